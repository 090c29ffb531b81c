package org.fairreview.legaladvice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an adviser may say, and when it stands. */
class LegalAdviceTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    private final LegalAdvice advice = asked(List.of("第三条有依据吗？", "第五条呢？"));

    private static LegalAdvice asked(List<String> questions) {
        LegalAdvice advice = new LegalAdvice(
                new AdviceRequest(
                        "420600-2026-0001",
                        LegalAdvice.Kind.MEASURE,
                        "r420600",
                        "u01",
                        Party.unit("u02"),
                        questions,
                        null,
                        "zhaolei"),
                MONDAY);
        advice.assign("xulaw", "u05");
        advice.assigned(MONDAY);
        return advice;
    }

    private static GivenOpinion said(@Nullable Assessment assessment, String... opinions) {
        return new GivenOpinion(List.of(opinions), assessment, List.of());
    }

    private Optional<String> give(String userId, GivenOpinion said) {
        return advice.give(userId, said, MONDAY.plus(Duration.ofDays(3)), MONDAY)
                .map(Refusal::key);
    }

    @Test
    void every_question_is_answered_and_the_whole_assessed() {
        assertThat(give("xulaw", said(null, "有。", "没有。"))).contains("advice.assessment.missing");
        assertThat(give("xulaw", said(Assessment.OBJECTION, "有。"))).contains("advice.opinion.each");
        assertThat(give("xulaw", said(Assessment.OBJECTION, "有。", " "))).contains("advice.opinion.missing.of");
        assertThat(give("xulaw", said(Assessment.OBJECTION, "有。", "字".repeat(20_001))))
                .contains("advice.opinion.long");
        assertThat(give("gonglaw", said(Assessment.OBJECTION, "有。", "没有。"))).contains("advice.notTheAdviser");
        assertThat(advice.isGiven()).isFalse();

        assertThat(give("xulaw", said(Assessment.OBJECTION, "有。", "字".repeat(20_000))))
                .isEmpty();
        assertThat(advice.questions()).extracting(AdviceQuestion::question).containsExactly("第三条有依据吗？", "第五条呢？");
        assertThat(advice.questions().get(0).opinion()).isEqualTo("有。");
        assertThat(advice.isLate()).isFalse();
    }

    @Test
    void what_is_given_is_given_once() {
        give("xulaw", said(Assessment.NO_OBJECTION, "有。", "有。"));
        assertThat(give("xulaw", said(Assessment.OBJECTION, "没有。", "没有。"))).contains("advice.givenAlready");
        assertThat(advice.assessment()).contains(Assessment.NO_OBJECTION);
    }

    @Test
    void an_opinion_after_its_day_is_late() {
        advice.give("xulaw", said(Assessment.NO_OBJECTION, "有。", "有。"), MONDAY, MONDAY.plusSeconds(1));
        assertThat(advice.isLate()).isTrue();
    }

    @Test
    void a_request_of_the_first_release_is_answered_as_its_form_asks_and_nobody_has_to_adopt_it() {
        LegalAdvice old = new LegalAdvice(
                new AdviceRequest(
                        "420600-2026-0002",
                        LegalAdvice.Kind.MEASURE,
                        "r420600",
                        "u01",
                        Party.unit("u02"),
                        List.of("有依据吗？"),
                        null,
                        "zhaolei"),
                MONDAY);
        old.assign("xulaw", "u05");
        assertThat(old.give("xulaw", said(null, "有。"), null, MONDAY)).isEmpty();
        assertThat(old.awaitsAdoption()).isFalse();
    }

    @Test
    void who_stands_aside_is_asked_no_more_and_nobody_is_until_another_is_found() {
        assertThat(advice.decline("gonglaw", "有冲突", MONDAY).map(Refusal::key)).contains("advice.notTheAdviser");
        assertThat(advice.decline("xulaw", "有冲突", MONDAY)).isEmpty();
        assertThat(advice.adviserId()).isEmpty();
        assertThat(advice.declines()).extracting(Decline::adviserId).containsExactly("xulaw");
        advice.assign("gonglaw", "u01");
        assertThat(give("gonglaw", said(Assessment.NO_OBJECTION, "有。", "有。"))).isEmpty();
    }

    @Test
    void what_is_taken_back_is_answered_no_more() {
        advice.recall(new Recall("zhaolei", MONDAY, "不再需要"));
        assertThat(give("xulaw", said(Assessment.NO_OBJECTION, "有。", "有。"))).contains("recall.recalled");
        assertThat(advice.isOpen()).isFalse();
    }

    @Test
    void a_new_opinion_names_the_old_one_and_both_stay() {
        assertThat(supersede("理由", said(Assessment.OBJECTION, "没有。", "没有。"))
                        .refusal()
                        .key())
                .isEqualTo("advice.supersede.notGiven");
        give("xulaw", said(Assessment.NO_OBJECTION, "有。", "有。"));
        advice.adopt(new Adoption(Adoption.Extent.ADOPTED, "", "zhaolei", MONDAY));
        assertThat(supersede(" ", said(Assessment.OBJECTION, "没有。", "没有。"))
                        .refusal()
                        .key())
                .isEqualTo("advice.supersede.reasonMissing");
        assertThat(supersede("理由", said(null, "没有。", "没有。")).refusal().key()).isEqualTo("advice.assessment.missing");

        LegalAdvice next =
                supersede("法律已经修改", said(Assessment.OBJECTION, "没有。", "没有。")).next();

        assertThat(next).isNotNull();
        assertThat(next.supersedes()).contains(advice.id());
        assertThat(next.supersedeReason()).contains("法律已经修改");
        assertThat(next.awaitsAdoption()).as("said anew of the new one").isTrue();
        assertThat(advice.isSuperseded()).isTrue();
        assertThat(advice.questions().get(0).opinion()).isEqualTo("有。");
        assertThat(advice.adopt(new Adoption(Adoption.Extent.ADOPTED, "", "zhaolei", MONDAY))
                        .map(Refusal::key))
                .contains("advice.adoption.superseded");
        assertThat(supersede("再改", said(Assessment.OBJECTION, "没有。", "没有。"))
                        .refusal()
                        .key())
                .isEqualTo("advice.supersede.already");
    }

    private LegalAdvice.Superseding supersede(String reason, GivenOpinion said) {
        return advice.supersede("xulaw", said, reason.strip(), MONDAY);
    }

    @Test
    void what_is_not_adopted_or_only_in_part_needs_a_reason() {
        assertThat(adopt(Adoption.Extent.ADOPTED, "")).contains("advice.adoption.notGiven");
        give("xulaw", said(Assessment.NO_OBJECTION, "有。", "有。"));
        assertThat(advice.awaitsAdoption()).isTrue();
        assertThat(adopt(Adoption.Extent.PARTLY, "")).contains("advice.adoption.reasonMissing");
        assertThat(adopt(Adoption.Extent.NOT_ADOPTED, " ")).contains("advice.adoption.reasonMissing");
        assertThat(advice.awaitsAdoption()).isTrue();
        assertThat(adopt(Adoption.Extent.NOT_ADOPTED, "与上级答复不一致")).isEmpty();
        assertThat(advice.awaitsAdoption()).isFalse();
    }

    private Optional<String> adopt(Adoption.Extent extent, String reason) {
        return advice.adopt(new Adoption(extent, reason, "zhaolei", MONDAY)).map(Refusal::key);
    }

    @Test
    void no_more_than_ten_files_come_with_it() {
        List<String> many = new ArrayList<>();
        for (int file = 0; file < 11; file++) {
            many.add("file" + file);
        }
        assertThat(give("xulaw", new GivenOpinion(List.of("有。", "有。"), Assessment.OBJECTION, many)))
                .contains("advice.files.many");
        assertThat(give(
                        "xulaw",
                        new GivenOpinion(
                                List.of("有。", "有。"), Assessment.OBJECTION, Collections.nCopies(12, "the same"))))
                .isEmpty();
        assertThat(advice.files()).containsExactly("the same");
    }
}
