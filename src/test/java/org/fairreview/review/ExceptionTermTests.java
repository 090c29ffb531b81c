package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An exception in force, from its beginning to its end (Measures 25). */
class ExceptionTermTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final ExceptionTerm byDay = term(ExceptionClaimTests.ending(TODAY.plusDays(90), ""));
    private final ExceptionTerm byCondition = term(ExceptionClaimTests.ending(null, "灾后重建完成"));

    @Test
    void it_begins_with_the_issue_and_ends_as_the_conclusion_says() {
        assertThat(byDay.beganOn()).isEqualTo(TODAY);
        assertThat(byDay.endsOn()).contains(TODAY.plusDays(90));
        assertThat(byCondition.endsOn()).isEmpty();
        assertThat(byCondition.endCondition()).isEqualTo("灾后重建完成");
        assertThat(byDay.state()).isEqualTo(ExceptionTerm.State.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource
    void the_drafting_unit_says_why(Reassessment decision) {
        assertThat(byCondition.state(decision, " ")).map(Refusal::key).contains("exception.statementMissing");
        assertThat(byCondition.state(decision, null)).map(Refusal::key).contains("exception.statementMissing");
        assertThat(byCondition.statement()).isEmpty();
    }

    @Test
    void Measures_25_what_ends_on_a_day_does_not_go_on_by_a_condition() {
        assertThat(byDay.state(Reassessment.CONDITION_NOT_MET, "仍需要"))
                .map(Refusal::key)
                .contains("exception.endsOnADay");
        assertThat(byCondition.state(Reassessment.CONDITION_NOT_MET, "仍需要")).isEmpty();
        assertThat(byDay.state(Reassessment.RENEW, "仍需要")).isEmpty();
        assertThat(byDay.statement()).contains("仍需要");
    }

    @Test
    void it_is_stopped_by_a_notice_that_was_served_and_not_by_one_to_come() {
        byDay.notice("notice");
        byDay.notice("another");
        assertThat(byDay.noticeFileId()).contains("notice");
        assertThat(byDay.stop(TODAY.plusDays(1), "已签收", TODAY))
                .map(Refusal::key)
                .contains("exception.servedInTheFuture");
        assertThat(byDay.state()).isEqualTo(ExceptionTerm.State.IN_FORCE);

        assertThat(byDay.stop(TODAY, "已签收", TODAY)).isEmpty();
        assertThat(byDay.state()).isEqualTo(ExceptionTerm.State.STOPPED);
        assertThat(byDay.stoppedOn()).contains(TODAY);
    }

    @Test
    void a_new_conclusion_takes_its_place() {
        byDay.renewedBy("420600-2026-0002");
        byDay.succeed();
        assertThat(byDay.successorCase()).contains("420600-2026-0002");
        assertThat(byDay.state()).isEqualTo(ExceptionTerm.State.SUCCEEDED);
    }

    private static ExceptionTerm term(ExceptionClaim claim) {
        ReviewCase review = new ReviewCase(
                "420600-2026-0001",
                "measure",
                "version",
                new Parties("u02", "u01", "r420600"),
                ReviewRoute.JOINT,
                "drafter",
                false,
                Instant.parse("2026-11-24T02:00:00Z"),
                "2025");
        return new ExceptionTerm(review, TODAY, claim);
    }
}
