package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every conclusion beside findings of every disposition. */
class ConclusionRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final StandardItem ITEM =
            new StandardItem("9(1)", "第九条第（一）项", "限制商品、要素自由流动", null, false, false, List.of(), List.of());

    /** The findings beside which a conclusion can stand. */
    static List<Finding> findingsFor(Conclusion conclusion) {
        return switch (conclusion) {
            case CONFORMS, CONFORMS_WITH_ADVICE -> List.of();
            case CONFORMS_AFTER_CHANGE -> List.of(finding(Disposition.AMENDED));
            case DOES_NOT_CONFORM -> List.of(finding(Disposition.CHANGE_REQUIRED));
            case EXCEPTION -> List.of(finding(Disposition.EXCEPTED));
        };
    }

    static Finding finding(Disposition disposition) {
        Finding written = new Finding(
                "420600-2026-0001",
                1,
                "2025",
                new FindingDraft(null, "sha", "第五条", 0, 4, "不得迁出", "9(1)", null, "限制迁移", "删除", null, null, null, null));
        Finding finding = disposition == Disposition.AMENDED ? written.carriedChanged() : written;
        if (disposition != Disposition.OPEN) {
            assertThat(finding.dispose(1, disposition, Justification.NECESSARY, "说明", ITEM))
                    .isEmpty();
        }
        return finding;
    }

    @ParameterizedTest
    @EnumSource
    void each_conclusion_stands_beside_findings_that_fit_it(Conclusion conclusion) {
        assertThat(check(conclusion, "建议", ExceptionClaimTests.WHOLE, findingsFor(conclusion)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void Reg_17_no_conclusion_stands_beside_an_open_finding(Conclusion conclusion) {
        List<Finding> findings = Stream.concat(findingsFor(conclusion).stream(), Stream.of(finding(Disposition.OPEN)))
                .toList();
        assertThat(check(conclusion, "建议", ExceptionClaimTests.WHOLE, findings))
                .map(Refusal::key)
                .contains("conclusion.openFinding");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOES_NOT_CONFORM")
    void Reg_18_Measures_34_nothing_that_allows_the_issue_stands_beside_a_required_change(Conclusion conclusion) {
        List<Finding> findings = Stream.concat(
                        findingsFor(conclusion).stream(), Stream.of(finding(Disposition.CHANGE_REQUIRED)))
                .toList();
        assertThat(check(conclusion, "建议", ExceptionClaimTests.WHOLE, findings))
                .map(Refusal::key)
                .contains("conclusion.conformsWithRequiredChange");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXCEPTION")
    void Reg_12_a_finding_is_excepted_by_an_exception_only(Conclusion conclusion) {
        List<Finding> findings = Stream.concat(
                        findingsFor(conclusion).stream(), Stream.of(finding(Disposition.EXCEPTED)))
                .toList();
        assertThat(check(conclusion, "建议", ExceptionClaimTests.WHOLE, findings))
                .map(Refusal::key)
                .contains("conclusion.exceptedWithoutException");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFORMS_AFTER_CHANGE, conclusion.nothingAmended",
        "DOES_NOT_CONFORM, conclusion.doesNotConformWithoutChange",
        "EXCEPTION, conclusion.exceptionWithoutFinding"
    })
    void a_conclusion_that_rests_on_findings_needs_them(Conclusion conclusion, String key) {
        for (List<Finding> findings : List.of(
                List.<Finding>of(),
                List.of(finding(Disposition.RESOLVED)),
                List.of(finding(Disposition.JUSTIFIED), finding(Disposition.RESOLVED)))) {
            assertThat(check(conclusion, "建议", ExceptionClaimTests.WHOLE, findings))
                    .map(Refusal::key)
                    .contains(key);
        }
    }

    @Test
    void QA_14_advice_is_given_where_the_conclusion_says_so() {
        assertThat(check(Conclusion.CONFORMS_WITH_ADVICE, " ", null, List.of()))
                .map(Refusal::key)
                .contains("conclusion.adviceMissing");
    }

    @Test
    void Measures_29_an_exception_states_its_points() {
        List<Finding> excepted = List.of(finding(Disposition.EXCEPTED));
        assertThat(check(Conclusion.EXCEPTION, "", null, excepted))
                .map(Refusal::key)
                .contains("exception.caseMissing");
        assertThat(check(Conclusion.EXCEPTION, "", ExceptionClaimTests.ending(null, ""), excepted))
                .map(Refusal::key)
                .contains("exception.endMissing");
    }

    private static Optional<Refusal> check(
            Conclusion conclusion, String advice, ExceptionClaim claim, List<Finding> findings) {
        return ConclusionRules.check(
                new ConclusionDraft(conclusion, "已征求", "已初审", "理由", advice), claim, findings, TODAY);
    }

    @Test
    void every_regime_names_its_conclusions_and_none_that_the_product_does_not_know() {
        List<String> known = Arrays.stream(Conclusion.values()).map(Enum::name).toList();

        assertThat(new Standards(Clock.systemUTC()).all()).allSatisfy(regime -> assertThat(regime.outcomes())
                .isNotEmpty()
                .allSatisfy((kind, name) -> assertThat(known).contains(kind)));
    }
}
