package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Role;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case lets happen, and when. */
class ReviewCaseTests {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<SigningStep> CHAIN =
            List.of(new SigningStep("会签", Role.SECTIONHEAD), new SigningStep("签发", Role.LEADER));

    private final ReviewCase review = of(ReviewRoute.JOINT);

    // ---- no issue without a conclusion that allows it, for that version

    @Test
    void Reg_18_no_issue_before_the_conclusion_is_delivered() {
        assertNoIssue(review);
        review.accept(true, NOW);
        assertNoIssue(review);
        review.assign("reviewer");
        assertNoIssue(review);
        review.reviewed("reviewer", "2025");
        assertNoIssue(review);
        conclude(review, Conclusion.CONFORMS);
        assertNoIssue(review);
        sign(review);
        assertNoIssue(review);
        seal(review);
        assertNoIssue(review);

        deliver(review);
        assertThat(issue(review)).isEmpty();
        assertThat(review.caseEnd()).contains(CaseEnd.ISSUED);
    }

    @ParameterizedTest
    @EnumSource
    void Reg_18_Measures_34_only_a_conclusion_that_allows_it_lets_the_measure_be_issued(Conclusion conclusion) {
        concluded(review, conclusion);

        assertThat(review.stage())
                .isEqualTo(conclusion == Conclusion.DOES_NOT_CONFORM ? Stage.TO_REVISE : Stage.DELIVERED);
        assertThat(issue(review).isEmpty()).isEqualTo(conclusion != Conclusion.DOES_NOT_CONFORM);
    }

    @Test
    void Measures_27_a_conclusion_does_not_reach_the_version_that_came_after_it() {
        concluded(review, Conclusion.CONFORMS);
        assertThat(review.changeMaterially("增加补贴条款")).isEmpty();
        assertNoIssue(review);
        review.resubmit("version 2");
        assertNoIssue(review);

        assertThat(review.conclusion()).isEmpty();
        assertThat(review.isConcluded()).isFalse();
        assertThat(review.signatures()).isEmpty();
        assertThat(review.documentNumber()).isEmpty();
        assertThat(review.versionId()).isEqualTo("version 2");
        assertThat(review.pastConclusions()).singleElement().satisfies(past -> {
            assertThat(past.versionId()).isEqualTo("version 1");
            assertThat(past.conclusion()).isEqualTo(Conclusion.CONFORMS);
            assertThat(past.voided()).isTrue();
        });
    }

    @Test
    void a_conclusion_that_does_not_conform_stays_on_record_and_is_not_void() {
        concluded(review, Conclusion.DOES_NOT_CONFORM);
        review.resubmit("version 2");

        assertThat(review.pastConclusions())
                .singleElement()
                .matches(past -> past.conclusion() == Conclusion.DOES_NOT_CONFORM && !past.voided());
        assertThat(review.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(review.round()).isEqualTo(2);
    }

    @Test
    void Measures_32_a_countersignature_is_no_conclusion() {
        toDraft(review);
        conclude(review, Conclusion.CONFORMS);
        review.sign("head", true, "", -1, "2025", NOW);

        assertThat(review.signatures())
                .singleElement()
                .matches(signature -> signature.label().equals("会签"));
        assertThat(review.conclusion()).isEmpty();
        assertThat(review.isConcluded()).isFalse();
        assertNoIssue(review);
    }

    @Test
    void an_issue_in_the_future_is_not_registered() {
        concluded(review, Conclusion.CONFORMS);

        assertThat(review.issue(new Issue("汉江政发〔2026〕8号", TODAY.plusDays(1), "", "file", 0, false), TODAY, NOW))
                .map(Refusal::key)
                .contains("issue.inTheFuture");
        assertThat(review.stage()).isEqualTo(Stage.DELIVERED);
    }

    @Test
    void Reg_18_Measures_25_nothing_is_issued_under_an_exception_that_has_ended() {
        concluded(review, Conclusion.EXCEPTION);
        LocalDate lastDay = ExceptionClaimTests.WHOLE.endsOn();
        LocalDate after = lastDay.plusDays(1);

        assertThat(review.issue(new Issue("汉江政发〔2026〕8号", after, "", "file", 0, false), after, NOW))
                .map(Refusal::key)
                .contains("issue.exceptionEnded");
        assertThat(review.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(review.issue(new Issue("汉江政发〔2026〕8号", lastDay, "", "file", 0, false), after, NOW))
                .isEmpty();
    }

    @Test
    void nothing_happens_to_a_case_that_has_ended() {
        concluded(review, Conclusion.CONFORMS);
        issue(review);

        assertNoIssue(review);
        assertThatThrownBy(() -> review.changeMaterially("改")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> review.giveUp("不再出台", NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> review.resubmit("version 2")).isInstanceOf(IllegalStateException.class);
        assertThat(review.withdraw("撤回", NOW)).map(Refusal::key).contains("withdrawal.tooLate");
    }

    // ---- receipt

    @Test
    void Measures_28_a_measure_on_which_nobody_was_heard_is_not_accepted() {
        assertThat(review.accept(false, NOW)).map(Refusal::key).contains("receipt.notHeard");
        assertThat(review.stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void QA_12_not_heard_suspends_until_there_is_evidence_and_not_described_asks_for_a_supplement() {
        review.suspend("请听取意见");
        assertThat(review.stage()).isEqualTo(Stage.SUSPENDED);
        assertThat(review.supplement("version 2", false))
                .map(Refusal::key)
                .contains("submission.evidenceOfHearingMissing");
        assertThat(review.versionId()).isEqualTo("version 1");
        assertThat(review.supplement("version 2", true)).isEmpty();

        review.askSupplement("请说明采纳情况");
        assertThat(review.stage()).isEqualTo(Stage.SUPPLEMENT_ASKED);
        assertThat(review.supplement("version 3", false)).isEmpty();
        assertThat(review.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(review.round()).as("a supplement is no new round").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　"})
    void Measures_31_what_is_asked_for_is_said(String nothing) {
        assertThat(review.askSupplement(nothing)).map(Refusal::key).contains("receipt.missingNotSaid");
        assertThat(review.suspend(nothing)).map(Refusal::key).contains("receipt.suspensionNotSaid");
        assertThat(review.putOutOfScope(nothing, NOW)).map(Refusal::key).contains("receipt.outOfScopeNotSaid");
        assertThat(review.stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void Measures_31_a_file_is_sent_back_only_after_a_supplement_was_asked_for() {
        assertThat(review.returnToDrafter("不全", NOW)).map(Refusal::key).contains("receipt.returnedBeforeSupplement");
        review.askSupplement("请补充依据");
        review.supplement("version 2", true);
        assertThat(review.returnToDrafter("", NOW)).map(Refusal::key).contains("receipt.returnNotSaid");

        assertThat(review.returnToDrafter("仍不齐全", NOW)).isEmpty();
        assertThat(review.caseEnd()).contains(CaseEnd.RETURNED);
        assertThat(review.endReason()).contains("仍不齐全");
    }

    @Test
    void an_overdue_supplement_is_asked_for_again_as_what_it_was() {
        review.suspend("请听取意见");
        review.supplementOverdue();
        review.extendSupplement(true);
        assertThat(review.stage()).isEqualTo(Stage.SUSPENDED);
        review.supplementOverdue();
        review.extendSupplement(false);
        assertThat(review.stage()).isEqualTo(Stage.SUPPLEMENT_ASKED);
    }

    // ---- review

    @Test
    void nobody_reviews_jointly_what_that_person_submitted() {
        review.accept(true, NOW);
        assertThat(review.assign("drafter")).map(Refusal::key).contains("review.ownMeasure");
        review.assign("reviewer");
        review.reviewed("drafter", "2025");
        assertThat(conclude(review, "drafter", Conclusion.CONFORMS, CHAIN))
                .map(Refusal::key)
                .contains("review.ownMeasure");
    }

    @Test
    void a_change_during_the_review_is_said_and_begins_a_round() {
        toDraft(review);
        assertThat(review.askChange("reviewer", " ")).map(Refusal::key).contains("conclusion.changeNotSaid");
        assertThat(review.stage()).isEqualTo(Stage.DRAFTING);

        assertThat(review.askChange("reviewer", "请删除第五条")).isEmpty();
        assertThat(review.changeAsked()).contains("请删除第五条");
        review.amend("version 2");
        assertThat(review.stage()).isEqualTo(Stage.IN_REVIEW);
        assertThat(review.round()).isEqualTo(2);
        assertThat(review.pastConclusions()).isEmpty();
    }

    @Test
    void the_exception_is_kept_with_a_conclusion_that_is_one_and_with_no_other() {
        toDraft(review);
        review.conclude(
                "reviewer", text(Conclusion.CONFORMS), ExceptionClaimTests.WHOLE, List.of(), CHAIN, "2025", TODAY);
        assertThat(review.exception()).isEmpty();

        ReviewCase excepted = of(ReviewRoute.JOINT);
        concluded(excepted, Conclusion.EXCEPTION);
        assertThat(excepted.exception()).contains(ExceptionClaimTests.WHOLE);
    }

    // ---- the unit's own review (Reg. 13)

    @Test
    void Reg_13_an_own_review_begins_at_once_and_is_concluded_when_the_form_is_sealed() {
        ReviewCase own = of(ReviewRoute.OWN);
        assertThat(own.stage()).isEqualTo(Stage.IN_REVIEW);
        own.reviewed("drafter", "2025");
        conclude(own, "drafter", Conclusion.CONFORMS, CHAIN);
        sign(own);
        assertThat(own.isConcluded()).isFalse();
        seal(own);

        assertThat(own.isConcluded()).isTrue();
        assertThat(own.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(issue(own)).isEmpty();
    }

    @Test
    void Reg_13_the_drafter_signs_no_own_review_and_no_person_twice() {
        ReviewCase own = of(ReviewRoute.OWN);
        own.reviewed("colleague", "2025");
        conclude(own, "colleague", Conclusion.CONFORMS, CHAIN);

        assertThat(own.sign("colleague", true, "", -1, "2025", NOW))
                .map(Refusal::key)
                .contains("signing.ownDraft");
        assertThat(own.sign("drafter", true, "", -1, "2025", NOW))
                .map(Refusal::key)
                .contains("review.ownMeasure");
        assertThat(own.sign("head", true, "", -1, "2025", NOW)).isEmpty();
        assertThat(own.sign("head", true, "", -1, "2025", NOW))
                .map(Refusal::key)
                .contains("signing.twice");
    }

    @Test
    void Measures_34_an_own_review_that_does_not_conform_is_revised_and_reviewed_again() {
        ReviewCase own = of(ReviewRoute.OWN);
        own.reviewed("drafter", "2025");
        conclude(own, "drafter", Conclusion.DOES_NOT_CONFORM, CHAIN);
        sign(own);
        seal(own);

        assertThat(own.stage()).isEqualTo(Stage.TO_REVISE);
        assertNoIssue(own);
        own.resubmit("version 2");
        assertThat(own.stage()).isEqualTo(Stage.IN_REVIEW);
    }

    // ---- sealing and delivery

    @Test
    void it_is_sealed_after_the_signature_and_delivered_after_the_seal_and_neither_in_the_future() {
        toDraft(review);
        conclude(review, Conclusion.CONFORMS);
        sign(review);

        assertThat(review.seal(TODAY.minusDays(1), "scan", TODAY, TODAY))
                .map(Refusal::key)
                .contains("sealing.beforeSigning");
        assertThat(review.seal(TODAY.plusDays(1), "scan", TODAY, TODAY))
                .map(Refusal::key)
                .contains("sealing.inTheFuture");
        seal(review);
        assertThat(review.deliver(TODAY.minusDays(1), "陈宇", DeliveryWay.BY_HAND, TODAY))
                .map(Refusal::key)
                .contains("delivery.beforeSealing");
        assertThat(review.deliver(TODAY.plusDays(1), "陈宇", DeliveryWay.BY_HAND, TODAY))
                .map(Refusal::key)
                .contains("delivery.inTheFuture");
        assertThat(review.stage()).isEqualTo(Stage.SEALED);
    }

    @Test
    void a_frozen_document_is_frozen_and_a_number_is_given_once() {
        toDraft(review);
        conclude(review, Conclusion.CONFORMS);
        sign(review);
        review.number("公竞审〔2026〕1号");
        review.number("公竞审〔2026〕2号");
        assertThat(review.documentNumber()).contains("公竞审〔2026〕1号");
        review.freeze("file", "sha", "template");
        assertThatThrownBy(() -> review.freeze("other", "sha", "template")).isInstanceOf(IllegalStateException.class);
    }

    // ---- withdrawal

    @Test
    void a_measure_is_withdrawn_as_long_as_nothing_is_signed_off() {
        for (ReviewCase early : List.of(review, accepted(), suspended(), inSigning())) {
            assertThat(early.mayBeWithdrawn()).as(early.stage().name()).isTrue();
            assertThat(early.withdraw(" ", NOW)).map(Refusal::key).contains("withdrawal.reasonMissing");
            assertThat(early.withdraw("暂缓制定", NOW)).isEmpty();
            assertThat(early.caseEnd()).contains(CaseEnd.WITHDRAWN);
        }
        ReviewCase signed = inSigning();
        sign(signed);
        assertThat(signed.withdraw("暂缓制定", NOW)).map(Refusal::key).contains("withdrawal.tooLate");
        ReviewCase concluded = of(ReviewRoute.JOINT);
        concluded(concluded, Conclusion.DOES_NOT_CONFORM);
        assertThat(concluded.mayBeWithdrawn()).isFalse();
        assertThat(concluded.giveUp("不再出台", NOW)).isEmpty();
        assertThat(concluded.caseEnd()).contains(CaseEnd.NOT_ISSUED);
    }

    // ---- on behalf

    @Test
    void the_clerk_who_registered_a_measure_for_its_unit_did_not_draft_it() {
        ReviewCase registered = new ReviewCase(
                "420600-2026-0002",
                "measure",
                "version 1",
                new Parties("u07", "u01", "r420600"),
                ReviewRoute.JOINT,
                "clerk",
                true,
                NOW,
                "2025");
        registered.accept(true, NOW);

        assertThat(registered.isOwnMeasureOf("clerk")).isFalse();
        assertThat(registered.assign("clerk")).isEmpty();
    }

    private ReviewCase accepted() {
        ReviewCase accepted = of(ReviewRoute.JOINT);
        accepted.accept(true, NOW);
        return accepted;
    }

    private ReviewCase suspended() {
        ReviewCase suspended = of(ReviewRoute.JOINT);
        suspended.suspend("请听取意见");
        return suspended;
    }

    @Test
    void what_was_reviewed_by_standards_of_before_is_reviewed_again_before_it_is_concluded() {
        ReviewCase review = of(ReviewRoute.JOINT);
        toDraft(review);
        assertThat(review.conclude("reviewer", text(Conclusion.CONFORMS), null, List.of(), CHAIN, "2030", TODAY))
                .map(Refusal::key)
                .contains("conclusion.standardsChanged");
        assertThat(review.stage()).isEqualTo(Stage.DRAFTING);
        review.reviewAgain();
        review.reviewed("reviewer", "2030");
        assertThat(review.regime()).isEqualTo("2030");
        assertThat(review.conclude("reviewer", text(Conclusion.CONFORMS), null, List.of(), CHAIN, "2030", TODAY))
                .isEmpty();
    }

    private ReviewCase inSigning() {
        ReviewCase signing = of(ReviewRoute.JOINT);
        toDraft(signing);
        conclude(signing, Conclusion.CONFORMS);
        return signing;
    }

    private static ReviewCase of(ReviewRoute route) {
        return new ReviewCase(
                "420600-2026-0001",
                "measure",
                "version 1",
                new Parties("u02", "u01", "r420600"),
                route,
                "drafter",
                false,
                NOW,
                "2025");
    }

    private static void toDraft(ReviewCase review) {
        review.accept(true, NOW);
        review.assign("reviewer");
        review.reviewed("reviewer", "2025");
    }

    private static void concluded(ReviewCase review, Conclusion conclusion) {
        toDraft(review);
        assertThat(conclude(review, conclusion)).isEmpty();
        sign(review);
        seal(review);
        deliver(review);
    }

    private static Optional<Refusal> conclude(ReviewCase review, Conclusion conclusion) {
        return conclude(review, "reviewer", conclusion, CHAIN);
    }

    private static Optional<Refusal> conclude(
            ReviewCase review, String userId, Conclusion conclusion, List<SigningStep> chain) {
        return review.conclude(
                userId,
                text(conclusion),
                ExceptionClaimTests.WHOLE,
                ConclusionRulesTests.findingsFor(conclusion),
                chain,
                "2025",
                TODAY);
    }

    private static ConclusionDraft text(Conclusion conclusion) {
        return new ConclusionDraft(conclusion, "已征求", "已初审", "理由", "工作建议");
    }

    private static void sign(ReviewCase review) {
        assertThat(review.sign("head", true, "", -1, "2025", NOW)).isEmpty();
        assertThat(review.sign("leader", true, "", -1, "2025", NOW)).isEmpty();
    }

    private static void seal(ReviewCase review) {
        assertThat(review.seal(TODAY, "scan", TODAY, TODAY)).isEmpty();
    }

    private static void deliver(ReviewCase review) {
        assertThat(review.deliver(TODAY, "陈宇", DeliveryWay.BY_HAND, TODAY)).isEmpty();
    }

    private static Optional<Refusal> issue(ReviewCase review) {
        return review.issue(new Issue("汉江政发〔2026〕8号", TODAY, "", "file", 0, false), TODAY, NOW);
    }

    private static void assertNoIssue(ReviewCase review) {
        Stage before = review.stage();
        assertThat(issue(review)).as("an issue at %s", before).map(Refusal::key).contains("issue.noValidConclusion");
        assertThat(review.stage()).isEqualTo(before);
    }
}
