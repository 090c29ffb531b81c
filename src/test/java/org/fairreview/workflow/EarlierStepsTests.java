package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Role;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** What a start makes of steps that an earlier release did not write down; nothing of it stays. */
@ProductTest
class EarlierStepsTests {

    @Autowired
    JointReview review;

    @Autowired
    Correspondence letters;

    @Autowired
    ProcessDriver process;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Counting counting;

    @Autowired
    Clock clock;

    private String signing;
    private String reviewing;
    private String letter;
    private TransactionStatus transaction;

    @BeforeEach
    void cases() {
        signing = review.inSigning();
        reviewing = review.inReview();
        letter = letters.ofCountyTo("u03");
        transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    }

    @AfterEach
    void back() {
        transactions.rollback(transaction);
    }

    @Test
    void steps_of_which_nothing_was_written_down_are_taken_over_from_the_engines_history() {
        assertThat(StepsTakenOver.areAsWrittenDown(context, List.of(signing, reviewing, letter)))
                .isGreaterThan(10);
    }

    @Test
    void a_start_changes_nothing_where_everything_is_written_down() {
        List<Map<String, Object>> before = rows();

        StepsTakenOver.takeOver(context);

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void what_an_earlier_release_did_on_another_node_is_caught_up_with_by_the_next_start() {
        List<Map<String, Object>> before = rows();
        String done = taskOf(signing, JointReview.CHECK);
        jdbc.sql(
                        "update task_step set left_on = null, done_on = null, minutes = null, late = null, overdue_at = due_at,"
                                + " overdue_on = date '2020-01-01' where task_id = ?")
                .param(done)
                .update();
        jdbc.sql("delete from task_step where task_id = ?")
                .param(taskOf(reviewing, JointReview.REVIEW))
                .update();

        StepsTakenOver.takeOver(context);

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void the_id_of_a_unit_may_end_in_letters() {
        jdbc.sql("insert into unit (id, name, region_id, regulator) values ('fgw', '发改委', 'r420600', false),"
                        + " ('u02a', '二局', 'r420600', false)")
                .update();
        String first = taskOf(reviewing, JointReview.CHECK);
        String second = taskOf(reviewing, JointReview.REVIEW);
        route(first, Role.UNITREVIEWER.groupIn("fgw"));
        route(second, Role.DRAFTER.groupIn("u02a"));

        assertThat(unitTakenOver(first)).isEqualTo("fgw");
        assertThat(unitTakenOver(second)).isEqualTo("u02a");
    }

    @Test
    void a_task_that_two_units_may_do_is_the_one_of_the_other_region() {
        assertThat(unitTakenOver(taskOf(letter, Correspondence.REPLY))).isEqualTo("u03");
    }

    @Test
    void a_step_of_which_no_unit_is_known_counts_for_the_unit_that_drafts() {
        String task = taskOf(reviewing, JointReview.CHECK);
        Slice year = Slice.of(Period.year(LocalDate.now(clock).getYear()), List.of("r420600"));
        StepsTakenOver.takeOver(context);
        Map<String, Integer> before = counting.by(Figures.find("steps").orElseThrow(), year, "unit");
        route(task, "camunda-admin");

        assertThat(unitTakenOver(task)).isNull();
        Map<String, Integer> after = counting.by(Figures.find("steps").orElseThrow(), year, "unit");
        assertThat(after.get("u01")).isEqualTo(before.get("u01") - 1);
        assertThat(after.get("u02")).isEqualTo(before.getOrDefault("u02", 0) + 1);
    }

    private void route(String task, String group) {
        assertThat(jdbc.sql("update ACT_HI_IDENTITYLINK set GROUP_ID_ = ? where TASK_ID_ = ? and TYPE_ = 'candidate'")
                        .params(group, task)
                        .update())
                .isPositive();
    }

    private String unitTakenOver(String task) {
        jdbc.sql("delete from task_step where task_id = ?").param(task).update();
        StepsTakenOver.takeOver(context);
        return (String) jdbc.sql("select unit_id from task_step where task_id = ?")
                .param(task)
                .query()
                .singleRow()
                .get("unit_id");
    }

    private String taskOf(String number, String key) {
        return jdbc.sql(
                        "select t.ID_ from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.PROC_INST_ID_ = t.PROC_INST_ID_"
                                + " where p.BUSINESS_KEY_ = ? and t.TASK_DEF_KEY_ = ?")
                .params(number, key)
                .query(String.class)
                .single();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql(
                        "select task_id, case_number, region_id, unit_id, step, begun_on, done_on, left_on, late, overdue_on"
                                + " from task_step where case_number in (?, ?, ?) order by task_id")
                .params(signing, reviewing, letter)
                .query()
                .listOfRows();
    }
}
