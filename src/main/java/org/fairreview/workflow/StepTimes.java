package org.fairreview.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.fairreview.identity.Post;
import org.fairreview.identity.UnitDissolved;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down how long people took over their steps, and gives selects of it to those who count. What is written down stays when
 * the engine's history of a case is archived (ADR 19) or destroyed (ADR 18): it names no content.
 */
@Component
public class StepTimes {

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

    private static final String BEGUN =
            """
            insert into task_step (task_id, case_number, region_id, unit_id, step, begun_at, begun_on, due_at, done_on, left_on,
              minutes, late, overdue_at, overdue_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** A person's task of a case, in the region and of the unit for which it counts. */
    record Step(String task, String caseNumber, String region, @Nullable String unit, String name, Span span) {}

    /** From the begin of a task to its end, where it has one: done, or taken away. */
    record Span(Instant begun, @Nullable Instant due, @Nullable Instant left, boolean done) {

        private boolean isLate() {
            return due != null && left != null && left.isAfter(due);
        }

        private @Nullable String late() {
            return !done || due == null ? null : isLate() ? "LATE" : "IN_TIME";
        }

        private @Nullable Integer minutes() {
            return done && left != null
                    ? Math.toIntExact(Duration.between(begun, left).toMinutes())
                    : null;
        }

        private @Nullable Instant overdue() {
            return left == null || isLate() ? due : null;
        }
    }

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Clock clock;

    StepTimes(JdbcTemplate template, Clock clock) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.clock = clock;
    }

    /** Writes down steps of which nothing is written down yet. */
    void write(List<Step> steps) {
        template.batchUpdate(BEGUN, steps.stream().map(this::row).toList());
    }

    private @Nullable Object[] row(Step step) {
        Span span = step.span();
        return new @Nullable Object[] {
            step.task(),
            step.caseNumber(),
            step.region(),
            step.unit(),
            step.name(),
            stored(span.begun()),
            day(span.begun()),
            stored(span.due()),
            span.done() ? day(span.left()) : null,
            day(span.left()),
            span.minutes(),
            span.late(),
            stored(span.overdue()),
            day(span.overdue())
        };
    }

    /** A task waits for a unit from now on. */
    void begun(DelegateTask task, Post post) {
        String region = task.getTenantId();
        write(List.of(new Step(
                task.getId(),
                CaseVariables.CASE_NUMBER.in(task),
                region == null ? CaseVariables.REGION.in(task) : region,
                post.unitId(),
                "%s：%s".formatted(((TaskEntity) task).getProcessDefinition().getName(), task.getName()),
                new Span(clock.instant(), moment(task.getDueDate()), null, false))));
    }

    /** The due date of an open task is another one now. */
    void dueMoved(DelegateTask task) {
        Instant due = moment(task.getDueDate());
        jdbc.sql("update task_step set due_at = ?, overdue_at = ?, overdue_on = ? where task_id = ?")
                .params(stored(due), stored(due), day(due), task.getId())
                .update();
    }

    /** What is open is the successor's turn from now on; what was done stays the unit's that did it. */
    @EventListener
    void dissolved(UnitDissolved unit) {
        jdbc.sql("update task_step set unit_id = ? where unit_id = ? and left_on is null")
                .params(unit.successorId(), unit.unitId())
                .update();
    }

    void done(DelegateTask task) {
        leave(task.getId(), true);
    }

    void takenAway(DelegateTask task) {
        leave(task.getId(), false);
    }

    private void leave(String task, boolean done) {
        jdbc.sql("select begun_at, due_at from task_step where task_id = ? and left_on is null")
                .param(task)
                .query((row, line) -> new Span(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        clock.instant(),
                        done))
                .optional()
                .ifPresent(span -> leave(task, span));
    }

    private void leave(String task, Span span) {
        jdbc.sql("update task_step set left_on = ?, done_on = ?, minutes = ?, late = ?, overdue_at = ?, overdue_on = ?"
                        + " where task_id = ?")
                .params(
                        day(span.left()),
                        span.done() ? day(span.left()) : null,
                        span.minutes(),
                        span.late(),
                        stored(span.overdue()),
                        day(span.overdue()),
                        task)
                .update();
    }

    private @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, clock.getZone());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }

    private static @Nullable Instant moment(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
