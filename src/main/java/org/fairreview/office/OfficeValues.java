package org.fairreview.office;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.audit.Digest;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Turn;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.office.OfficeValueChanged.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The values that offices have set for themselves: a region's own, or those for all regions. A value holds from its first
 * day until the next one begins; those of days gone by stay as they are.
 */
@Service
@Transactional
public class OfficeValues {

    /** The region of the values for all regions that have none of their own. */
    public static final String EVERYWHERE = "*";

    /** The subject of the entries about changes. */
    public static final String SUBJECT = "office-values";

    /** The act of those entries. */
    public static final String ACT = "office.value.set";

    /** The objection that another has changed the value since the page was drawn. */
    public static final String CHANGED_MEANWHILE = "office.refused.atOnce";

    private static final int LONGEST_REASON = 500;
    private static final int MOST_YEARS = 10;

    /** What holds in a region from a day on. */
    public record InForce(String regionId, LocalDate from, String setting) {}

    private final Map<String, OfficeValue> values;
    private final List<OfficeValueGroup> groups;
    private final Units units;
    private final JdbcClient jdbc;
    private final Turn turn;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficeValues(
            List<OfficeValueGroup> groups,
            Units units,
            JdbcClient jdbc,
            Turn turn,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = List.copyOf(groups);
        this.values = groups.stream()
                .flatMap(group -> group.values().stream())
                .collect(Collectors.toMap(OfficeValue::name, Function.identity()));
        this.units = units;
        this.jdbc = jdbc;
        this.turn = turn;
        this.events = events;
        this.clock = clock;
    }

    /** What the features read, in the order of the page. */
    public List<OfficeValueGroup> groups() {
        return groups;
    }

    public Optional<OfficeValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * What is in force in a region on a day.
     *
     * @throws IllegalStateException where nobody has set it, neither for the region nor for all
     */
    @Transactional(readOnly = true)
    public String inForce(String name, String regionId, LocalDate day) {
        return findInForce(name, regionId, day)
                .orElseThrow(() -> new IllegalStateException("No value '%s' on %s".formatted(name, day)))
                .setting();
    }

    /** What is in force in a region on a day: its own, or that for all regions. */
    @Transactional(readOnly = true)
    public Optional<InForce> findInForce(String name, String regionId, LocalDate day) {
        return jdbc
                .sql(
                        """
                        select region_id, valid_from, setting from office_value
                        where name = ? and region_id in (?, '*') and valid_from <= ?
                        order by case when region_id = '*' then 1 else 0 end, valid_from desc
                        """)
                .params(name, regionId, day)
                .query((row, line) ->
                        new InForce(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .list()
                .stream()
                .findFirst();
    }

    /** All that was ever set for a value, in whatever region, and what is planned. */
    @Transactional(readOnly = true)
    public List<String> settings(String name) {
        return jdbc.sql("select setting from office_value where name = ?")
                .param(name)
                .query(String.class)
                .list();
    }

    /** What will come into force later: the region's own, and those for all regions. */
    @Transactional(readOnly = true)
    public List<InForce> planned(String name, String regionId) {
        return jdbc.sql("select region_id, valid_from, setting from office_value"
                        + " where name = ? and region_id in (?, '*') and valid_from > ? order by valid_from")
                .params(name, regionId, today())
                .query((row, line) ->
                        new InForce(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3)))
                .list();
    }

    /** Whether the person may read them: who regulates, and who audits. */
    public boolean mayRead(Actor actor) {
        return List.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR).stream()
                .anyMatch(actor::holds);
    }

    /** The regions whose values the person sets: those of the regulators whose section head the person is. */
    @Transactional(readOnly = true)
    public List<String> regionsSetBy(Actor actor) {
        List<String> regions = new ArrayList<>();
        for (String unitId : actor.unitsAs(Role.SECTIONHEAD)) {
            units.find(unitId)
                    .filter(unit -> unit.isRegulator() && !unit.isDissolved())
                    .map(Unit::regionId)
                    .ifPresent(region -> {
                        if (units.isTop(region)) {
                            regions.add(EVERYWHERE);
                        }
                        regions.add(region);
                    });
        }
        return regions.stream().distinct().toList();
    }

    /**
     * Sets a value from a day on, tomorrow at the earliest, as something may have used today's already; what was planned
     * from that day is replaced.
     *
     * @param seen what {@link #state} said when the person began, so that nobody overwrites unseen what another has set
     */
    public List<Objection> set(
            OfficeValue value,
            String regionId,
            String typed,
            @Nullable LocalDate from,
            String reason,
            String seen,
            Actor by) {
        List<Objection> objections = new ArrayList<>();
        String setting = typed.strip();
        if (!regionsSetBy(by).contains(regionId)) {
            objections.add(objection("region", "office.refused.region"));
        }
        value.kind()
                .check(setting)
                .ifPresent(refused -> objections.add(
                        new Objection("value", "office.refused." + refused.key(), List.copyOf(refused.values()))));
        if (from == null || !from.isAfter(today())) {
            objections.add(objection("from", "office.refused.from"));
        } else if (from.isAfter(today().plusYears(MOST_YEARS))) {
            objections.add(objection("from", "office.refused.from.late"));
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            objections.add(objection("reason", "office.refused.reason", LONGEST_REASON));
        }
        if (!objections.isEmpty() || from == null) {
            return objections;
        }
        turn.await();
        if (!seen.equals(state(value.name(), regionId))) {
            return List.of(objection(null, CHANGED_MEANWHILE));
        }
        Optional<InForce> before = findInForce(value.name(), regionId, from);
        if (before.filter(known ->
                        known.regionId().equals(regionId) && known.setting().equals(setting))
                .isPresent()) {
            return List.of(objection("value", "office.refused.same"));
        }
        write(value.name(), regionId, from, setting);
        events.publishEvent(new OfficeValueChanged(
                new Setting(
                        value.name(),
                        regionId,
                        from.toString(),
                        before.map(InForce::setting).orElse(null)),
                new Setting(value.name(), regionId, from.toString(), setting),
                reason.strip()));
        return List.of();
    }

    /** A digest of all that is set for a value in a region and for all regions. */
    @Transactional(readOnly = true)
    public String state(String name, String regionId) {
        return Digest.of(String.join(
                "\n",
                jdbc.sql("select region_id, valid_from, setting from office_value"
                                + " where name = ? and region_id in (?, '*') order by region_id, valid_from")
                        .params(name, regionId)
                        .query((row, line) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list()));
    }

    private void write(String name, String regionId, LocalDate from, String setting) {
        int updated = jdbc.sql(
                        "update office_value set setting = ? where name = ? and region_id = ? and valid_from = ?")
                .params(setting, name, regionId, from)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into office_value (name, region_id, valid_from, setting) values (?, ?, ?, ?)")
                    .params(name, regionId, from, setting)
                    .update();
        }
    }

    private static Objection objection(@Nullable String field, String key, Object... values) {
        return new Objection(field, key, List.of(values));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
