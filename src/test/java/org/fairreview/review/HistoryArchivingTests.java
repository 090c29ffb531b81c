package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.workflow.CaseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which cases leave the engine's tables, and what archiving does with one that cannot. */
@ProductTest
class HistoryArchivingTests {

    @Autowired
    CaseArchive archive;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.MovableClock clock;

    @AfterEach
    void back_to_today() {
        clock.reset();
    }

    @Test
    void a_case_leaves_the_engine_once_the_months_since_its_end_are_over() {
        OffsetDateTime dayOfTerm = dayOfTerm();
        String over = endedAt(dayOfTerm.minusSeconds(1));
        String tomorrow = endedAt(dayOfTerm);
        String running = submitting.measure();

        archiving(0).archiveDue();
        assertThat(isInEngine(over)).as("off").isTrue();
        archiving(12).archiveDue();
        assertThat(isInEngine(over)).isFalse();
        assertThat(isArchived(over)).isTrue();
        assertThat(isInEngine(tomorrow)).isTrue();
        assertThat(isArchived(tomorrow)).isFalse();

        clock.advance(Duration.ofDays(2));
        archiving(12).archiveDue();
        assertThat(isInEngine(tomorrow)).isFalse();
        assertThat(isArchived(tomorrow)).isTrue();
        assertThat(isInEngine(running)).isTrue();
        assertThat(isArchived(running)).isFalse();
    }

    @Test
    void one_case_that_fails_hinders_no_other() {
        String held = endedAt(dayOfTerm().minusDays(2));
        String other = endedAt(dayOfTerm().minusDays(1));
        jdbc.sql("create table held_instance (id varchar(64) references ACT_HI_PROCINST (ID_))")
                .update();
        try {
            jdbc.sql("insert into held_instance select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?")
                    .param(held)
                    .update();

            archiving(12).archiveDue();

            assertThat(isInEngine(held)).isTrue();
            assertThat(isArchived(held)).isFalse();
            assertThat(isArchived(other)).isTrue();
        } finally {
            jdbc.sql("drop table held_instance").update();
        }
        archiving(12).archiveDue();
        assertThat(isInEngine(held)).isFalse();
        assertThat(isArchived(held)).isTrue();
    }

    @Test
    void a_course_may_be_of_any_length() {
        String number = endedAt(dayOfTerm().plusDays(2));
        String course = "过".repeat(1_200_000);
        jdbc.sql("insert into case_course (case_number, course, sha256, late, archived_at)"
                        + " values (?, ?, 's', false, current_timestamp)")
                .params(number, course)
                .update();
        try {
            assertThat(jdbc.sql("select course from case_course where case_number = ?")
                            .param(number)
                            .query(String.class)
                            .single())
                    .isEqualTo(course);
        } finally {
            jdbc.sql("delete from case_course where case_number = ?")
                    .param(number)
                    .update();
        }
    }

    private HistoryArchiving archiving(int months) {
        return new HistoryArchiving(archive, jdbc, months, clock);
    }

    /** What ended before this moment is older than twelve months today. */
    private OffsetDateTime dayOfTerm() {
        return LocalDate.now(clock)
                .minusMonths(12)
                .atStartOfDay(clock.getZone())
                .toOffsetDateTime();
    }

    private String endedAt(OffsetDateTime end) {
        String number = submitting.measure();
        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "OUT_OF_SCOPE", "missing", "不涉及经营者经济活动。"));
        jdbc.sql("update review_case set ended_at = ? where number = ?")
                .params(end, number)
                .update();
        return number;
    }

    private boolean isInEngine(String number) {
        return count("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ?", number) > 0;
    }

    private boolean isArchived(String number) {
        return count("select count(*) from case_course where case_number = ?", number) > 0;
    }

    private long count(String sql, String number) {
        return jdbc.sql(sql).param(number).query(Long.class).single();
    }
}
