package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairreview.review.Disposition;
import org.fairreview.review.web.CaseInsight.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads what of a case. */
class CaseInsightTests {

    private static final String COMPLETED = "task.completed";

    private final CaseInsight inside = new CaseInsight(Side.REGULATOR, "zhaolei", false, false);
    private final CaseInsight drafterBefore = new CaseInsight(Side.DRAFTING_UNIT, "chenyu", false, false);
    private final CaseInsight drafterAfter = new CaseInsight(Side.DRAFTING_UNIT, "chenyu", false, true);
    private final CaseInsight adviser = new CaseInsight(Side.ADVISER, "xulaw", false, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task_AssignReviewer",
                "Task_ReviewMeasure",
                "Task_GiveOpinion",
                "Task_DraftConclusion",
                "Task_SignConclusion",
                "Task_AddedByALaterRelease"
            })
    void the_drafting_unit_never_reads_what_the_regulator_does_inside(String task) {
        assertThat(inside.entry(COMPLETED, task, "zhaolei")).isTrue();
        assertThat(drafterBefore.entry(COMPLETED, task, "zhaolei")).isFalse();
        assertThat(drafterAfter.entry(COMPLETED, task, "zhaolei")).isFalse();
    }

    @Test
    void the_drafting_unit_reads_what_passes_between_it_and_the_regulator() {
        assertThat(drafterBefore.entry("case.submitted", "", "chenyu")).isTrue();
        assertThat(drafterBefore.entry("case.supplemented", "", "chenyu")).isTrue();
        assertThat(drafterBefore.entry(COMPLETED, "Task_CheckCompleteness", "wangmin"))
                .isTrue();
        assertThat(drafterBefore.entry(COMPLETED, "Task_SupplementMaterials", "chenyu"))
                .isTrue();
    }

    @Test
    void number_document_seal_and_delivery_are_known_to_the_drafting_unit_from_delivery_on() {
        assertThat(drafterBefore.entry("case.numbered", "", "zhangwei")).isFalse();
        assertThat(drafterBefore.entry(COMPLETED, "Task_SealConclusion", "wangmin"))
                .isFalse();
        assertThat(drafterAfter.entry("case.numbered", "", "zhangwei")).isTrue();
        assertThat(drafterAfter.entry("case.documentFrozen", "", "")).isTrue();
        assertThat(drafterAfter.entry(COMPLETED, "Task_DeliverConclusion", "wangmin"))
                .isTrue();
    }

    @Test
    void an_act_that_nobody_has_judged_is_for_the_inside_only() {
        assertThat(inside.entry("case.reopened", "", "zhaolei")).isTrue();
        assertThat(drafterAfter.entry("case.reopened", "", "zhaolei")).isFalse();
        assertThat(adviser.entry("case.reopened", "", "zhaolei")).isFalse();
    }

    @Test
    void findings_and_conclusion_reach_the_drafting_unit_with_the_delivery() {
        assertThat(drafterBefore.findings()).isFalse();
        assertThat(drafterBefore.conclusion()).isFalse();
        assertThat(drafterAfter.findings()).isTrue();
        assertThat(drafterAfter.conclusion()).isTrue();
        assertThat(drafterAfter.finding(Disposition.CHANGE_REQUIRED)).isTrue();
    }

    @Test
    void a_finding_that_the_reviewer_took_back_stays_inside() {
        assertThat(drafterAfter.finding(Disposition.RESOLVED)).isFalse();
        assertThat(inside.finding(Disposition.RESOLVED)).isTrue();
        assertThat(adviser.finding(Disposition.RESOLVED)).isFalse();
    }

    @Test
    void the_draft_the_signatures_and_the_advice_are_never_for_the_drafting_unit() {
        assertThat(drafterAfter.draft()).isFalse();
        assertThat(drafterAfter.adviceBy("xulaw")).isFalse();
        assertThat(drafterAfter.tasks()).isFalse();
    }

    @Test
    void an_adviser_reads_findings_and_the_own_advice_but_no_signatures() {
        assertThat(adviser.findings()).isTrue();
        assertThat(adviser.adviceBy("xulaw")).isTrue();
        assertThat(adviser.adviceBy("gonglaw")).isFalse();
        assertThat(adviser.draft()).isFalse();
        assertThat(adviser.conclusion()).isFalse();
        assertThat(adviser.entry(COMPLETED, "Task_GiveOpinion", "xulaw")).isTrue();
        assertThat(adviser.entry(COMPLETED, "Task_GiveOpinion", "gonglaw")).isFalse();
        assertThat(adviser.entry(COMPLETED, "Task_SignConclusion", "liufang")).isFalse();
    }
}
