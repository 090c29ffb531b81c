package org.fairreview.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.fairreview.identity.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down how long people took over their steps, and gives selects of it to those who count. What is written down stays when
 * the engine's history of a case is archived (ADR 19) or destroyed (ADR 18): it names no content.
 */
@Component
public class StepTimes implements SmartInitializingSingleton {

    /**
     * The tasks that were done: {@code number} (business key of their process), {@code region}, {@code turn} (the unit whose turn it
     * was), {@code step} (process and task, in Chinese), {@code begun_on} and {@code done_on} (days at the office),
     * {@code minutes} between begin and end, {@code late} ({@code LATE}, {@code IN_TIME}, null without a limit).
     */
    public static final String ROWS =
            """
            select s.case_number as number, s.region_id as region, s.unit_id as turn, s.step as step, s.begun_on as begun_on,
              s.done_on as done_on, s.minutes as minutes, s.late as late
            from task_step s where s.done_on is not null
            """;

    /**
     * The tasks that were, or are, not done by their due date: {@code number}, {@code region}, {@code turn}, {@code step} as in
     * {@link #ROWS}, {@code overdue_on} (the due date), {@code left_on} (when they were done or taken away; null while they
     * are open). {@code now()} stands for the moment.
     */
    public static final String OVERDUE =
            """
            select s.case_number as number, s.region_id as region, s.unit_id as turn, s.step as step,
              s.overdue_on as overdue_on, s.left_on as left_on
            from task_step s where s.overdue_at < now()
            """;

    /** What the engine knows of tasks of a release that wrote nothing down. */
    private static final String HISTORY =
            """
            select t.ID_, p.BUSINESS_KEY_, t.TENANT_ID_,
              (select min(regexp_replace(l.GROUP_ID_, '[a-z]+$', '')) from ACT_HI_IDENTITYLINK l
                where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate' and l.GROUP_ID_ is not null),
              concat(d.NAME_, '：', t.NAME_), cast(t.START_TIME_ as timestamp with time zone) as begun_at,
              cast(t.DUE_DATE_ as timestamp with time zone) as due_at, cast(t.END_TIME_ as timestamp with time zone) as left_at,
              t.DELETE_REASON_ = 'completed' as done
            from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_
            join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
            where t.TENANT_ID_ is not null and p.BUSINESS_KEY_ is not null
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StepTimes(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes over once what the engine knows of earlier tasks, before the first new one: all of them, or none. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> takeOver());
    }

    private void takeOver() {
        if (jdbc.sql("select count(*) from (select 1 from task_step fetch first 1 row only) s")
                        .query(Integer.class)
                        .single()
                > 0) {
            return;
        }
        jdbc.sql(HISTORY)
                .query((row, line) -> write(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        instant(row.getObject(6, OffsetDateTime.class)),
                        instant(row.getObject(7, OffsetDateTime.class)),
                        instant(row.getObject(8, OffsetDateTime.class)),
                        row.getBoolean(9)))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private int write(
            String task,
            String caseNumber,
            String region,
            @Nullable String unit,
            String step,
            @Nullable Instant begun,
            @Nullable Instant due,
            @Nullable Instant left,
            boolean done) {
        int written = begin(task, caseNumber, region, unit, step, begun == null ? clock.instant() : begun, due);
        if (left != null) {
            leave(task, left, done);
        }
        return written;
    }

    /** A task waits for a unit from now on. */
    void begun(DelegateTask task, Post post) {
        String region = task.getTenantId();
        begin(
                task.getId(),
                CaseVariables.CASE_NUMBER.in(task),
                region == null ? CaseVariables.REGION.in(task) : region,
                post.unitId(),
                "%s：%s".formatted(((TaskEntity) task).getProcessDefinition().getName(), task.getName()),
                clock.instant(),
                moment(task.getDueDate()));
    }

    private int begin(
            String task,
            String caseNumber,
            String region,
            @Nullable String unit,
            String step,
            Instant begun,
            @Nullable Instant due) {
        return jdbc.sql(
                        "insert into task_step (task_id, case_number, region_id, unit_id, step, begun_at, begun_on, due_at,"
                                + " overdue_at, overdue_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        task,
                        caseNumber,
                        region,
                        unit,
                        step,
                        begun.atOffset(ZoneOffset.UTC),
                        day(begun),
                        stored(due),
                        stored(due),
                        due == null ? null : day(due))
                .update();
    }

    /** The due date of an open task is another one now. */
    void dueMoved(DelegateTask task) {
        Instant due = moment(task.getDueDate());
        jdbc.sql("update task_step set due_at = ?, overdue_at = ?, overdue_on = ? where task_id = ?")
                .params(stored(due), stored(due), due == null ? null : day(due), task.getId())
                .update();
    }

    void done(DelegateTask task) {
        leave(task.getId(), clock.instant(), true);
    }

    void takenAway(DelegateTask task) {
        leave(task.getId(), clock.instant(), false);
    }

    private void leave(String task, Instant left, boolean done) {
        jdbc.sql("select begun_at, due_at from task_step where task_id = ? and left_on is null")
                .param(task)
                .query((row, line) -> new Open(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(2, OffsetDateTime.class))))
                .optional()
                .ifPresent(open -> leave(task, open, left, done));
    }

    private record Open(Instant begun, @Nullable Instant due) {

        boolean isLate(Instant left) {
            return due != null && left.isAfter(due);
        }
    }

    private void leave(String task, Open open, Instant left, boolean done) {
        boolean late = open.isLate(left);
        jdbc.sql("update task_step set left_on = ?, done_on = ?, minutes = ?, late = ?, overdue_at = ?, overdue_on = ?"
                        + " where task_id = ?")
                .params(
                        day(left),
                        done ? day(left) : null,
                        done
                                ? Math.toIntExact(
                                        Duration.between(open.begun(), left).toMinutes())
                                : null,
                        !done || open.due() == null ? null : late ? "LATE" : "IN_TIME",
                        late ? stored(open.due()) : null,
                        late && open.due() != null ? day(open.due()) : null,
                        task)
                .update();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private static @Nullable Instant moment(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
