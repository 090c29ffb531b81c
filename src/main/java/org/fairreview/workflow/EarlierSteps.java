package org.fairreview.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.StepTimes.Span;
import org.fairreview.workflow.StepTimes.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over from the engine's history, at the start, the steps that are not written down, and the end of those that are open there
 * alone: an earlier release wrote nothing down, and may still run on another node beside this one.
 */
@Component
class EarlierSteps implements SmartInitializingSingleton {

    /** Nodes that start at once wait for each other. */
    private static final long LOCK = 420_600_1039L;

    private static final int PORTION = 500;

    private static final String ENDED_SINCE =
            """
            delete from task_step where left_on is null and exists
              (select 1 from ACT_HI_TASKINST t where t.ID_ = task_step.task_id and t.END_TIME_ is not null)
            """;

    private static final String MISSING =
            """
            select t.ID_, p.BUSINESS_KEY_, coalesce(t.TENANT_ID_, p.TENANT_ID_), p.TENANT_ID_ as case_region,
              (select string_agg(concat(l.OPERATION_TYPE_, ' ', l.GROUP_ID_), ',') from ACT_HI_IDENTITYLINK l
                where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null),
              concat(d.NAME_, '：', t.NAME_), cast(t.START_TIME_ as timestamp with time zone) as begun_at,
              cast(t.DUE_DATE_ as timestamp with time zone) as due_at, cast(t.END_TIME_ as timestamp with time zone) as left_at,
              t.DELETE_REASON_ = 'completed' as done
            from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            where p.TENANT_ID_ is not null and p.BUSINESS_KEY_ is not null
              and not exists (select 1 from task_step s where s.task_id = t.ID_)
            """;

    private final StepTimes steps;
    private final Units units;
    private final JdbcTemplate jdbc;

    EarlierSteps(StepTimes steps, Units units, DataSource dataSource) {
        this.steps = steps;
        this.units = units;
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(PORTION);
    }

    @Override
    @Transactional
    public void afterSingletonsInstantiated() {
        if (isPostgres()) {
            jdbc.queryForList("select pg_advisory_xact_lock(?)", LOCK);
        }
        jdbc.update(ENDED_SINCE);
        Map<String, Unit> unitOfGroup = unitOfGroup();
        List<Step> portion = new ArrayList<>();
        jdbc.query(MISSING, row -> {
            portion.add(step(row, unitOfGroup));
            if (portion.size() == PORTION) {
                steps.write(portion);
                portion.clear();
            }
        });
        steps.write(portion);
    }

    private boolean isPostgres() {
        return "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    private Map<String, Unit> unitOfGroup() {
        Map<String, Unit> unitOfGroup = new HashMap<>();
        for (Unit unit : units.all()) {
            for (Role role : Role.values()) {
                unitOfGroup.put(role.groupIn(unit.id()), unit);
            }
        }
        return unitOfGroup;
    }

    private static Step step(ResultSet row, Map<String, Unit> unitOfGroup) throws SQLException {
        return new Step(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                unit(row.getString(4), row.getString(5), unitOfGroup),
                row.getString(6),
                new Span(
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        StepTimes.instant(row.getObject(8, OffsetDateTime.class)),
                        StepTimes.instant(row.getObject(9, OffsetDateTime.class)),
                        row.getBoolean(10)));
    }

    /**
     * The unit that had the task last. Where there are two, it went to a unit of another region, and somebody of the case's
     * region could do it in its place.
     */
    private static @Nullable String unit(String caseRegion, @Nullable String changes, Map<String, Unit> unitOfGroup) {
        Set<String> groups = new HashSet<>();
        Set<String> left = new HashSet<>();
        for (String change : changes == null ? new String[0] : changes.split(",")) {
            String[] words = change.split(" ");
            (words[0].equals("delete") ? left : groups).add(words[1]);
        }
        groups.removeAll(left);
        return groups.stream()
                .map(unitOfGroup::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing((Unit unit) -> unit.regionId().equals(caseRegion))
                        .thenComparing(Unit::id))
                .map(Unit::id)
                .orElse(null);
    }
}
