package org.fairreview.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.calendar.TimeLimit.Counting;
import org.fairreview.calendar.TimeLimit.StartRule;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Turn;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of limits (期限表), which a regulator's section head changes: for the own region, and the topmost for all
 * regions. What runs keeps the due date that it got.
 */
@Service
@Transactional
public class TimeLimits {

    /** The routes of review that a limit may be for. */
    public static final List<String> ROUTES = List.of("JOINT", "OWN");

    /** Steps that something else counts than a task: from the day after, in these days. */
    private static final Map<String, Counting> FIXED = Map.of(
            CaseClocks.STEP,
            Counting.WORKING_DAYS,
            "exceptionNotice",
            Counting.CALENDAR_DAYS,
            "exceptionCheck",
            Counting.CALENDAR_DAYS,
            "complaintSupplement",
            Counting.WORKING_DAYS,
            "complaintConclusion",
            Counting.CALENDAR_DAYS);

    /** Steps that are the same whatever the route was. */
    private static final Set<String> WITHOUT_ROUTE =
            Set.of("exceptionNotice", "exceptionCheck", "reassessing", "stopNotice");

    private final TimeLimitRows rows;
    private final Turn turn;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TimeLimits(TimeLimitRows rows, Turn turn, Units units, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.turn = turn;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The rows that count today or will count, in the order in which the steps came into the table, the newest first;
     * those that a newer one has replaced are left out.
     */
    @Transactional(readOnly = true)
    public List<TimeLimit> current() {
        LocalDate today = LocalDate.now(clock);
        List<String> order = List.copyOf(steps());
        Set<List<@Nullable String>> seen = new HashSet<>();
        return rows.findByOrderByValidFromDescIdDesc().stream()
                .filter(row -> seen.add(Arrays.asList(
                        row.step(),
                        row.regionId(),
                        row.route(),
                        row.validFrom().isAfter(today) ? row.validFrom().toString() : null)))
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.step())))
                .toList();
    }

    /** The steps that have a limit, in the order in which they came into the table. */
    @Transactional(readOnly = true)
    public Set<String> steps() {
        return rows.findByOrderById().stream()
                .map(TimeLimit::step)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The regions whose limits the person may change, the topmost regulator's region standing for all too. */
    @Transactional(readOnly = true)
    public Set<String> regionsOf(Actor actor) {
        return regulators(actor).map(Unit::regionId).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the person may change the limits that count for all regions. */
    @Transactional(readOnly = true)
    public boolean mayChangeForAll(Actor actor) {
        return regulators(actor).anyMatch(unit -> units.isTop(unit.regionId()));
    }

    private Stream<Unit> regulators(Actor actor) {
        return actor.unitsAs(Role.SECTIONHEAD).stream()
                .flatMap(id -> units.find(id).stream())
                .filter(Unit::isRegulator);
    }

    /**
     * Changes a limit from a day on.
     *
     * @return what speaks against it; empty where it was taken
     */
    public List<Objection> change(LimitChange change, Actor by) {
        boolean may =
                change.regionId() == null ? mayChangeForAll(by) : regionsOf(by).contains(change.regionId());
        if (!may) {
            return List.of(Objection.at("region", "limits.region.elsewhere"));
        }
        if (!steps().contains(change.step())) {
            return List.of(Objection.at("step", "limits.step.unknown"));
        }
        if (change.route() != null && (!ROUTES.contains(change.route()) || WITHOUT_ROUTE.contains(change.step()))) {
            return List.of(Objection.at("route", "limits.route.none"));
        }
        Counting fixed = FIXED.get(change.step());
        if (fixed != null && (change.counting() != fixed || change.startRule() != StartRule.DAY_AFTER)) {
            return List.of(Objection.at("counting", "limits.counting.fixed"));
        }
        List<Objection> objections = change.objections(LocalDate.now(clock));
        if (objections.isEmpty()) {
            turn.await();
            TimeLimit before = inForce(change);
            if (before != null && before.saysAlready(change)) {
                return List.of(Objection.of("limits.same"));
            }
            rows.save(new TimeLimit(change));
            events.publishEvent(new LimitChanged(change, before));
        }
        return objections;
    }

    /** What counts on the day without the change. */
    private @Nullable TimeLimit inForce(LimitChange change) {
        return TimeLimit.counting(
                        rows.findByStepAndValidFromLessThanEqualOrderByValidFromDescIdDesc(
                                change.step(), change.validFrom()),
                        change.regionId(),
                        change.route())
                .orElse(null);
    }
}
