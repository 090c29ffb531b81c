package org.fairreview.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.Evaluation.Use;
import org.fairreview.identity.Role;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluationTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportFinding FOUND = new ReportFinding("原文", "2025", "9(1)", "影响", "建议");

    private final Evaluation evaluation = new Evaluation(
            new Commission(
                    "420600-2026-0001",
                    "r420600",
                    "u01",
                    "u02",
                    "办法",
                    "u08",
                    Purpose.EXPECTED_EFFECT,
                    "请评估。",
                    List.of("f1"),
                    "zhaolei",
                    Role.REVIEWER),
            NOON);

    @Test
    void a_returned_report_stays_on_record_and_the_next_one_has_findings_of_its_own() {
        report("第一稿", FOUND, FOUND);
        assertThat(evaluation.giveBack("zhaolei", "缺数据", NOON)).isEmpty();

        assertThat(evaluation.summary()).isEmpty();
        assertThat(evaluation.isOpen()).isTrue();
        report("第二稿", FOUND);

        assertThat(evaluation.returned()).singleElement().satisfies(report -> {
            assertThat(report.summary()).isEqualTo("第一稿");
            assertThat(report.reason()).isEqualTo("缺数据");
        });
        assertThat(evaluation.findingsOf(1)).hasSize(2);
        assertThat(evaluation.findings()).hasSize(1);
    }

    @Test
    void it_is_accepted_only_with_a_use_for_each_finding() {
        report("报告", FOUND, FOUND);

        assertThat(evaluation.accept("zhaolei", Map.of(0, noted()), NOON))
                .map(Refusal::key)
                .contains("evaluation.useMissing");
        assertThat(evaluation.accept("zhaolei", Map.of(0, noted(), 1, noted(), 2, noted()), NOON))
                .map(Refusal::key)
                .contains("evaluation.useOfNothing");
        assertThat(evaluation.isOpen()).isTrue();
        assertThat(evaluation.accept("zhaolei", Map.of(0, noted(), 1, new Use(FindingUse.LEAD, "抽查")), NOON))
                .isEmpty();
        assertThat(evaluation.isOpen()).isFalse();
        assertThat(evaluation.findings().get(1).use()).contains(FindingUse.LEAD);
    }

    @Test
    void what_is_not_there_is_neither_accepted_nor_given_back_and_nothing_follows_acceptance() {
        assertThat(evaluation.accept("zhaolei", Map.of(), NOON)).isPresent();
        assertThat(evaluation.giveBack("zhaolei", "理由", NOON)).isPresent();
        report("报告");
        assertThat(evaluation.report("pinggu", "又一份", "f2", List.of(), null, NOON))
                .map(Refusal::key)
                .contains("evaluation.givenAlready");
        assertThat(evaluation.accept("zhaolei", Map.of(), NOON)).isEmpty();
        assertThat(evaluation.giveBack("zhaolei", "理由", NOON)).isPresent();
    }

    @Test
    void what_was_taken_back_takes_no_report() {
        evaluation.recall(new Recall("zhaolei", NOON, "无法承接"));

        assertThat(evaluation.report("pinggu", "报告", "f1", List.of(), null, NOON))
                .map(Refusal::key)
                .contains("recall.recalled");
        assertThat(evaluation.isOpen()).isFalse();
    }

    @Test
    void a_report_after_its_limit_is_taken_and_late() {
        evaluation.report("pinggu", "报告", "f1", List.of(), NOON.minusSeconds(1), NOON);
        assertThat(evaluation.isLate()).isTrue();
        evaluation.giveBack("zhaolei", "理由", NOON);
        assertThat(evaluation.returned().get(0).isLate()).isTrue();

        evaluation.report("pinggu", "报告", "f1", List.of(), NOON, NOON);
        assertThat(evaluation.isLate()).isFalse();
    }

    @Test
    void an_institution_needs_both_undertakings_in_force() {
        assertThat(objection(institution(DAY, DAY, null, DAY, null))).isNull();
        assertThat(objection(institution(null, DAY, null, DAY, null)))
                .isEqualTo("evaluation.institution.noIndependence");
        assertThat(objection(institution(DAY, null, null, DAY, null))).isEqualTo("evaluation.institution.noSecrecy");
        assertThat(objection(institution(DAY.plusDays(1), DAY, null, DAY, null)))
                .isEqualTo("evaluation.institution.noIndependence");
        assertThat(objection(institution(DAY, DAY, DAY, DAY, null))).isNull();
        assertThat(objection(institution(DAY, DAY, DAY.minusDays(1), DAY, null)))
                .isEqualTo("evaluation.institution.over");
        assertThat(objection(institution(DAY, DAY, null, DAY.plusDays(1), null)))
                .isEqualTo("evaluation.institution.unregistered");
        assertThat(objection(institution(DAY, DAY, null, DAY, DAY))).isEqualTo("evaluation.institution.unregistered");
    }

    @Test
    void a_conflict_holds_on_its_first_and_last_day() {
        Conflict conflict = new Conflict("u08", "u02", "股东", DAY, DAY.plusDays(2));

        assertThat(conflict.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(conflict.holdsOn(DAY)).isTrue();
        assertThat(conflict.holdsOn(DAY.plusDays(2))).isTrue();
        assertThat(conflict.holdsOn(DAY.plusDays(3))).isFalse();
    }

    private void report(String summary, ReportFinding... found) {
        assertThat(evaluation.report("pinggu", summary, "f1", List.of(found), null, NOON))
                .isEmpty();
    }

    private static Use noted() {
        return new Use(FindingUse.NOTED, "");
    }

    private static Institution institution(
            @Nullable LocalDate independence,
            @Nullable LocalDate secrecy,
            @Nullable LocalDate until,
            LocalDate since,
            @Nullable LocalDate left) {
        return new Institution("u08", "r420600", new InstitutionFacts("资质", independence, secrecy, until, since, left));
    }

    private static @Nullable String objection(Institution institution) {
        return institution.objection(DAY).map(Refusal::key).orElse(null);
    }
}
