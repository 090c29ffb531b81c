package org.fairreview.supervision.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.NumberSeries;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of visits (走访计划): one task for each point, due on the plan's last day. */
@Service
@Transactional
public class VisitPlans {

    private static final String SERIES = "monitoringPlan";
    private static final String MARK = "JC";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_POINTS = 1_000;

    /**
     * A plan as it is typed.
     *
     * @param visitor who makes the visits; empty where any reviewer may claim them
     */
    public record Draft(String title, String focus, @Nullable LocalDate until, String visitor, List<Long> points) {}

    private final VisitPlanRows rows;
    private final MonitoringVisitRows visits;
    private final MonitoringPoints points;
    private final LeadPeople people;
    private final Directory directory;
    private final NumberSeries numbers;
    private final CaseProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LocalTime officeCloses;

    VisitPlans(
            VisitPlanRows rows,
            MonitoringVisitRows visits,
            MonitoringPoints points,
            LeadPeople people,
            Directory directory,
            NumberSeries numbers,
            CaseProcesses processes,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fairreview.office-closes}") LocalTime officeCloses) {
        this.rows = rows;
        this.visits = visits;
        this.points = points;
        this.people = people;
        this.directory = directory;
        this.numbers = numbers;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
        this.officeCloses = officeCloses;
    }

    /** The plans that the person sees, the newest first. */
    @Transactional(readOnly = true)
    public List<VisitPlan> list(Actor actor) {
        return rows.findByRegionIdInOrderByMadeAtDesc(people.regionsOf(actor));
    }

    @Transactional(readOnly = true)
    public Optional<VisitPlan> find(String number, Actor actor) {
        return rows.findById(number).filter(plan -> people.regionsOf(actor).contains(plan.regionId()));
    }

    @Transactional(readOnly = true)
    public Map<String, List<MonitoringVisit>> visitsOf(Collection<String> plans) {
        return visits.findByPlanNumberInOrderByNumber(plans).stream()
                .collect(Collectors.groupingBy(visit -> visit.planNumber().orElseThrow()));
    }

    /** Who may be sent: the reviewers of the regulator. */
    @Transactional(readOnly = true)
    public List<Person> visitors(String regulatorUnitId) {
        return directory.holdersOf(Role.REVIEWER, regulatorUnitId);
    }

    /** Whether the person plans for the regulator of the plan. */
    @Transactional(readOnly = true)
    public boolean mayPlan(VisitPlan plan, Actor actor) {
        return people.plannedFor(actor)
                .filter(unit -> unit.id().equals(plan.regulatorUnitId()))
                .isPresent();
    }

    /**
     * Makes a plan, to which nothing is objected, and begins its visits.
     *
     * @param made gets the number of the plan
     */
    public List<Objection> make(Draft draft, Actor actor, List<String> made) {
        Unit regulator = people.plannedFor(actor).orElse(null);
        if (regulator == null) {
            return List.of(Objection.of("monitoring.notYours"));
        }
        Map<Long, MonitoringPoint> chosen = points.byId(new HashSet<>(draft.points()));
        List<Objection> objections = objectionsTo(draft, regulator, chosen, actor);
        LocalDate until = draft.until();
        if (!objections.isEmpty() || until == null) {
            return objections;
        }
        String number = numbers.ofFile(
                SERIES, MARK, regulator.regionId(), LocalDate.now(clock).getYear());
        VisitPlan plan = rows.saveAndFlush(new VisitPlan(
                number,
                regulator.regionId(),
                regulator.id(),
                draft.title(),
                draft.focus(),
                until,
                actor.userId(),
                clock.instant()));
        Instant due = until.atTime(officeCloses).atZone(clock.getZone()).toInstant();
        int place = 0;
        for (MonitoringPoint point : chosen.values()) {
            place++;
            MonitoringVisit visit =
                    visits.saveAndFlush(MonitoringVisit.planned("%s-%03d".formatted(number, place), plan, point, due));
            processes.start(
                    MonitoringProcess.CONTRACT,
                    visit.number(),
                    MonitoringProcess.variables(visit, point, draft.visitor()));
        }
        events.publishEvent(new MonitoringRecorded(
                number,
                "monitoring.planned",
                Map.of("planTitle", draft.title(), "visitUntil", until.toString(), "points", chosen.size())));
        made.add(number);
        return List.of();
    }

    private List<Objection> objectionsTo(Draft draft, Unit regulator, Map<Long, MonitoringPoint> chosen, Actor actor) {
        List<Objection> objections = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (draft.title().isBlank()) {
            objections.add(Objection.at("title", "monitoring.planTitleMissing"));
        } else if (draft.title().length() > LONGEST_TITLE) {
            objections.add(Objection.at("title", "monitoring.tooLong", LONGEST_TITLE));
        }
        if (draft.focus().length() > LONGEST_TEXT) {
            objections.add(Objection.at("focus", "monitoring.tooLong", LONGEST_TEXT));
        }
        if (draft.until() == null || draft.until().isBefore(today)) {
            objections.add(Objection.at("until", "monitoring.untilMissing"));
        }
        List<String> seen = people.regionsOf(actor);
        if (chosen.isEmpty() || chosen.size() > MOST_POINTS) {
            objections.add(Objection.at("points", "monitoring.pointsMissing", MOST_POINTS));
        } else if (chosen.values().stream()
                .anyMatch(point -> !seen.contains(point.regionId()) || !point.isOpenOn(today))) {
            objections.add(Objection.at("points", "monitoring.pointClosed"));
        }
        if (!draft.visitor().isEmpty()
                && visitors(regulator.id()).stream()
                        .noneMatch(person -> person.userId().equals(draft.visitor()))) {
            objections.add(Objection.at("visitor", "monitoring.visitorUnknown"));
        }
        return objections;
    }

    /** Takes the visits of a plan back that nobody has made yet. */
    public Optional<Refusal> withdraw(String number, String reason, Actor actor) {
        VisitPlan plan = rows.findById(number).orElseThrow();
        if (!mayPlan(plan, actor)) {
            return Optional.of(Refusal.of("monitoring.notYours"));
        }
        if (reason.isBlank() || reason.length() > LONGEST_TEXT) {
            return Optional.of(Refusal.at("reason", "monitoring.reasonMissing", LONGEST_TEXT));
        }
        List<MonitoringVisit> open = visits.findByPlanNumberOrderByNumber(number).stream()
                .filter(visit -> visit.state() == VisitState.PLANNED)
                .toList();
        if (open.isEmpty()) {
            return Optional.of(Refusal.of("monitoring.nothingToWithdraw"));
        }
        for (MonitoringVisit visit : open) {
            visit.withdraw(reason, actor.userId(), clock.instant());
            processes.tell(MonitoringProcess.SETTLED, visit.number());
        }
        events.publishEvent(new MonitoringRecorded(
                number, "monitoring.withdrawn", Map.of("points", open.size(), "reason", reason)));
        return Optional.empty();
    }
}
