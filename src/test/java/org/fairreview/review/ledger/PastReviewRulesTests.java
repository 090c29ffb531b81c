package org.fairreview.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.fairreview.identity.Unit;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Conclusion;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;

/** A clerk fills in a line about a review of an earlier year. */
class PastReviewRulesTests {

    private final PastReviewRules rules = new PastReviewRules(
            Map.of("某市商务局", unit()),
            Map.of("政府规章草案", MeasureKind.RULE),
            Map.of("由部门印发", Issuance.DEPARTMENT),
            Map.of(PastReviewRules.folded("符合，附工作建议"), Conclusion.CONFORMS_WITH_ADVICE),
            LocalDate.of(2026, 11, 24));

    @Test
    void a_line_without_fault_says_what_was_typed() {
        PastFacts facts = rules.read(line(Map.of())).facts();

        assertThat(facts.unitId()).isEqualTo("u03");
        assertThat(facts.receivedOn()).isEqualTo(LocalDate.of(2023, 5, 8));
        assertThat(facts.concludedOn()).isEqualTo(LocalDate.of(2023, 5, 19));
        assertThat(facts.conclusion()).isEqualTo(Conclusion.CONFORMS_WITH_ADVICE);
        assertThat(facts.issuance()).isNull();
        assertThat(facts.issuedOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "UNIT, '', past.missing",
        "UNIT, 外地单位, past.unitUnknown",
        "KIND, 通知, past.notInList",
        "ISSUANCE, 口头, past.notInList",
        "CONCLUSION, 通过, past.notInList",
        "RECEIVED, 2023-02-30, past.noDate",
        "RECEIVED, 去年, past.noDate",
        "RECEIVED, 2015-01-01, past.tooEarly",
        "CONCLUDED, 2023-05-07, past.concludedBeforeReceived",
        "CONCLUDED, 2026-11-25, past.inTheFuture",
        "ISSUED_ON, 昨天, past.noDate"
    })
    void what_is_wrong_is_said_at_its_column(PastColumn column, String value, String key) {
        PastReviewRules.Read read = rules.read(line(Map.of(column, value)));

        assertThat(read.facts()).isNull();
        assertThat(read.problems()).extracting(Refusal::key).containsExactly(key);
        assertThat(read.problems()).extracting(Refusal::field).containsExactly(column.name());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(rules.read(new PastLine(2, Map.of())).problems())
                .extracting(Refusal::field)
                .containsExactly("UNIT", "TITLE", "KIND", "RECEIVED", "CONCLUDED", "CONCLUSION");
        assertThat(rules.read(line(Map.of(PastColumn.TITLE, "长".repeat(501)))).problems())
                .extracting(Refusal::key)
                .containsExactly("past.tooLong");
    }

    @ParameterizedTest
    @CsvSource({"2023/5/8", "2023.05.08", "2023年5月8日", "20230508", "２０２３-０５-０８"})
    void days_are_read_as_people_write_them(String day) {
        assertThat(rules.read(line(Map.of(PastColumn.RECEIVED, day))).facts().receivedOn())
                .isEqualTo(LocalDate.of(2023, 5, 8));
    }

    @Test
    void the_same_review_is_known_by_unit_and_number_or_by_title_and_day() {
        assertThat(key(Map.of(PastColumn.DOCUMENT_NUMBER, "公竞审[2023] 5号")))
                .isEqualTo(key(Map.of(PastColumn.DOCUMENT_NUMBER, "公竞审〔2023〕5号", PastColumn.TITLE, "另一个名称")));
        assertThat(key(Map.of())).isEqualTo(key(Map.of(PastColumn.TITLE, "关于某事 的办法")));
        assertThat(key(Map.of())).isNotEqualTo(key(Map.of(PastColumn.RECEIVED, "2023-05-09")));
    }

    private String key(Map<PastColumn, String> other) {
        return rules.read(line(other)).facts().key();
    }

    private static PastLine line(Map<PastColumn, String> other) {
        Map<PastColumn, String> values = new EnumMap<>(Map.of(
                PastColumn.UNIT, "某市商务局",
                PastColumn.TITLE, "关于某事的办法",
                PastColumn.KIND, "政府规章草案",
                PastColumn.RECEIVED, "2023-05-08",
                PastColumn.CONCLUDED, "2023-05-19",
                PastColumn.CONCLUSION, "符合,附工作建议"));
        values.putAll(other);
        return new PastLine(2, values);
    }

    private static Unit unit() {
        Unit unit = Mockito.mock(Unit.class);
        Mockito.when(unit.id()).thenReturn("u03");
        Mockito.when(unit.regionId()).thenReturn("r1");
        return unit;
    }
}
