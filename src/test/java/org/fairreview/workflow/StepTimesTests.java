package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.DocumentMaking;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.review.Submissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is written down of the time that people take. */
@ProductTest
class StepTimesTests {

    @Autowired
    JointReview review;

    @Autowired
    Submissions submissions;

    @Autowired
    DocumentMaking documents;

    @Autowired
    Correspondence letters;

    @Autowired
    ProcessDriver process;

    @Autowired
    CaseArchive archive;

    @Autowired
    TaskService tasks;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void an_open_step_is_overdue_from_its_due_date_on_and_late_for_good_when_it_is_done_after_it() {
        String number = review.inReview();
        Task task = open(number);
        assertThat(row(task))
                .containsEntry("unit_id", "u01")
                .containsEntry("begun_on", java.sql.Date.valueOf(LocalDate.now(clock)))
                .containsEntry("overdue_on", java.sql.Date.valueOf(day(task.getDueDate())))
                .containsEntry("left_on", null)
                .containsEntry("late", null);

        clock.advance(Duration.ofDays(90));
        review.review(number, "zhaolei", List.of());

        assertThat(row(task))
                .containsEntry("done_on", java.sql.Date.valueOf(LocalDate.now(clock)))
                .containsEntry("left_on", java.sql.Date.valueOf(LocalDate.now(clock)))
                .containsEntry("late", "LATE")
                .containsEntry("overdue_on", java.sql.Date.valueOf(day(task.getDueDate())));
        assertThat((Integer) row(task).get("minutes")).isBetween(90 * 24 * 60, 90 * 24 * 60 + 10);
    }

    @Test
    void a_step_in_time_was_never_overdue() {
        String number = review.inReview();
        Task task = open(number);

        review.review(number, "zhaolei", List.of());

        assertThat(row(task)).containsEntry("late", "IN_TIME").containsEntry("overdue_on", null);
    }

    @Test
    void a_due_date_that_moves_is_the_one_that_counts() {
        String number = review.inReview();
        Task task = open(number);
        Instant later = clock.instant().plus(Duration.ofDays(200));
        task.setDueDate(Date.from(later));
        tasks.saveTask(task);
        assertThat(row(task)).containsEntry("overdue_on", java.sql.Date.valueOf(day(Date.from(later))));

        clock.advance(Duration.ofDays(90));
        review.review(number, "zhaolei", List.of());

        assertThat(row(task)).containsEntry("late", "IN_TIME").containsEntry("overdue_on", null);
    }

    @Test
    void what_was_written_down_stays_when_the_engines_history_is_archived() {
        String number = review.inSigning();
        review.toDelivery(number);
        review.issue(number, "正文");
        List<Map<String, Object>> before = rows(number);

        assertThat(archive.archive(number)).isTrue();

        assertThat(rows(number)).isEqualTo(before).hasSizeGreaterThan(5);
    }

    @Test
    void a_step_that_is_taken_away_is_left_and_was_not_done() {
        String number = review.inReview();
        Task task = open(number);

        withdraw(number);

        assertThat(row(task))
                .containsEntry("left_on", java.sql.Date.valueOf(LocalDate.now(clock)))
                .containsEntry("done_on", null)
                .containsEntry("minutes", null)
                .containsEntry("late", null)
                .containsEntry("overdue_on", null);
    }

    @Test
    void a_step_that_is_taken_away_after_its_due_date_was_overdue_until_then() {
        String number = review.inReview();
        Task task = open(number);
        clock.advance(Duration.ofDays(90));

        withdraw(number);

        assertThat(row(task))
                .containsEntry("left_on", java.sql.Date.valueOf(LocalDate.now(clock)))
                .containsEntry("done_on", null)
                .containsEntry("late", null)
                .containsEntry("overdue_on", java.sql.Date.valueOf(day(task.getDueDate())));
    }

    @Test
    void no_step_stays_open_when_a_procedure_is_stopped() {
        String number = documents.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        assertThat(openSteps(number)).isPositive();

        documents.stop(number);

        assertThat(openSteps(number)).isZero();
    }

    @Test
    void a_step_of_a_unit_of_another_region_counts_in_the_region_of_the_case() {
        String number = letters.ofCountyTo("u03");
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(Correspondence.REPLY)
                .singleResult();

        assertThat(task.getTenantId()).isNull();
        assertThat(row(task)).containsEntry("unit_id", "u03").containsEntry("region_id", Correspondence.COUNTY);
    }

    private void withdraw(String number) {
        assertThat(process.as("chenyu", () -> submissions.withdraw(number, "暂缓制定", process.actor("chenyu"))))
                .isEmpty();
    }

    private int openSteps(String number) {
        return jdbc.sql("select count(*) from task_step where case_number = ? and left_on is null")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private Task open(String number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(JointReview.REVIEW)
                .singleResult();
    }

    private LocalDate day(Date date) {
        return LocalDate.ofInstant(date.toInstant(), clock.getZone());
    }

    private Map<String, Object> row(Task task) {
        return jdbc.sql(
                        "select unit_id, region_id, begun_on, overdue_on, left_on, done_on, late, minutes from task_step where task_id = ?")
                .param(task.getId())
                .query()
                .singleRow();
    }

    private List<Map<String, Object>> rows(String number) {
        return jdbc.sql(
                        "select task_id, region_id, unit_id, step, begun_on, done_on, left_on, late, overdue_on from task_step"
                                + " where case_number = ? order by task_id")
                .param(number)
                .query()
                .listOfRows();
    }
}
