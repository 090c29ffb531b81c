package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Role;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft in a chain of three signers. */
class SigningChainTests {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final List<SigningStep> CHAIN = List.of(
            new SigningStep("审核", Role.SECTIONHEAD),
            new SigningStep("会签", Role.OFFICE),
            new SigningStep("签发", Role.LEADER));

    private final ReviewCase review = new ReviewCase(
            "420600-2026-0001",
            "measure",
            "version",
            new Parties("u02", "u01", "r420600"),
            ReviewRoute.JOINT,
            "drafter",
            false,
            NOW,
            "2025");

    @BeforeEach
    void draft() {
        review.accept(true, NOW);
        review.assign("reviewer");
        review.reviewed("reviewer", "2025");
        conclude();
    }

    @Test
    void it_is_signed_off_when_every_step_agrees() {
        assertThat(sign("head")).isEmpty();
        assertThat(review.nextStep().label()).isEqualTo("会签");
        sign("office");
        sign("leader");
        assertThat(review.signingOutcome()).isEqualTo(SigningOutcome.SIGNED_OFF);
        assertThat(review.conclusion()).contains(Conclusion.CONFORMS);
    }

    @Test
    void no_person_signs_twice() {
        sign("head");
        assertThat(sign("head")).map(Refusal::key).contains("signing.twice");
    }

    @Test
    void the_reviewer_and_the_submitter_do_not_sign() {
        assertThat(sign("reviewer")).map(Refusal::key).contains("signing.ownDraft");
        assertThat(sign("drafter")).map(Refusal::key).contains("review.ownMeasure");
    }

    @Test
    void sent_back_to_the_first_signer_both_sign_anew() {
        sign("head");
        sign("office");
        assertThat(back("leader", 0)).isEmpty();
        assertThat(review.nextStep().label()).isEqualTo("审核");
        sign("head");
        sign("office");
        assertThat(review.nextStep().label()).isEqualTo("签发");
    }

    @Test
    void sent_back_to_the_middle_the_first_signature_stands() {
        sign("head");
        sign("office");
        back("leader", 1);
        assertThat(review.nextStep().label()).isEqualTo("会签");
        assertThat(sign("head")).map(Refusal::key).contains("signing.twice");
        sign("office");
        assertThat(review.nextStep().label()).isEqualTo("签发");
    }

    @Test
    void sent_back_to_the_reviewer_all_signatures_are_void() {
        sign("head");
        back("office", -1);
        assertThat(review.stage()).isEqualTo(Stage.DRAFTING);
        conclude();
        assertThat(review.nextStep().label()).isEqualTo("审核");
    }

    @Test
    void it_goes_back_to_an_earlier_place_only_and_with_a_reason() {
        assertThat(back("head", 0)).map(Refusal::key).contains("signing.noEarlierPlace");
        assertThat(review.sign("head", false, " ", -1, "2025", NOW))
                .map(Refusal::key)
                .contains("signing.reasonMissing");
        assertThat(review.signatures()).isEmpty();
    }

    @Test
    void nobody_agrees_under_other_standards_than_those_of_the_review() {
        assertThat(review.sign("head", true, "", -1, "2030", NOW))
                .map(Refusal::key)
                .contains("signing.standardsChanged");
        assertThat(review.signatures()).isEmpty();
        assertThat(review.sign("head", false, "标准已变更", -1, "2030", NOW)).isEmpty();
        assertThat(review.stage()).isEqualTo(Stage.DRAFTING);
    }

    private void conclude() {
        review.conclude(
                "reviewer",
                new ConclusionDraft(Conclusion.CONFORMS, "已征求", "已初审", "理由", ""),
                null,
                List.of(),
                CHAIN,
                "2025",
                LocalDate.of(2026, 11, 24));
    }

    private Optional<Refusal> sign(String userId) {
        return review.sign(userId, true, "", -1, "2025", NOW);
    }

    private Optional<Refusal> back(String userId, int place) {
        return review.sign(userId, false, "请修改", place, "2025", NOW);
    }
}
