package org.fairreview.cleanup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.identity.Unit;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRulesTests {

    private static final String BUREAU = "襄阳市商务局";

    private final Map<String, Unit> units = new HashMap<>();
    private @Nullable Set<String> own;
    private CampaignKind kind = CampaignKind.FAIR_COMPETITION;

    LineRulesTests() {
        unit("u1", BUREAU, null);
        unit("u2", "襄阳市财政局", null);
        unit("u3", "襄阳市粮食局", "u4");
        unit("u4", "襄阳市发展和改革委员会", null);
    }

    private void unit(String id, String name, @Nullable String successor) {
        Unit unit = mock(Unit.class);
        when(unit.id()).thenReturn(id);
        when(unit.name()).thenReturn(name);
        when(unit.successorId()).thenReturn(successor);
        when(unit.isDissolved()).thenReturn(successor != null);
        when(unit.dissolvedAt()).thenReturn(successor == null ? null : Instant.EPOCH);
        units.put(id, unit);
    }

    @Test
    void a_line_without_fault_says_what_it_means() {
        ImportLine line = read(Map.of(
                IntakeColumn.DOCUMENT_NUMBER,
                "襄商发〔2021〕1号",
                IntakeColumn.VALID_UNTIL,
                "2026年5月7日",
                IntakeColumn.FILE,
                "a.docx"));

        assertThat(line.problems).isEmpty();
        assertThat(line.unitId).isEqualTo("u1");
        assertThat(line.issuerUnitId).isEqualTo("u1");
        assertThat(line.issuance).isEqualTo(Issuance.DEPARTMENT);
        assertThat(line.kind).isEqualTo(MeasureKind.POLICY_DOCUMENT);
        assertThat(line.numberKey).isEqualTo("襄商发20211号");
        assertThat(line.issuedOn).isEqualTo(LocalDate.of(2021, 5, 8));
        assertThat(line.validUntil).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(line.fileName).isEqualTo("a.docx");
    }

    @Test
    void what_is_required_is_missed_once() {
        ImportLine line = read(Map.of(
                IntakeColumn.TITLE, "", IntakeColumn.ISSUER, "", IntakeColumn.UNIT, "", IntakeColumn.ISSUED_ON, ""));

        assertThat(line.problems)
                .extracting(Problem::column, Problem::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(IntakeColumn.TITLE, "intake.missing"),
                        org.assertj.core.groups.Tuple.tuple(IntakeColumn.ISSUER, "intake.missing"),
                        org.assertj.core.groups.Tuple.tuple(IntakeColumn.UNIT, "intake.missing"),
                        org.assertj.core.groups.Tuple.tuple(IntakeColumn.ISSUED_ON, "intake.missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "襄阳市人民政府,GOVERNMENT,",
        "襄阳市人民政府办公室,GOVERNMENT,",
        "中共襄阳市委办公室、襄阳市人民政府办公室,PARTY_AND_GOVERNMENT,",
        "襄阳市人民代表大会常务委员会,CONGRESS,",
        "卧龙镇人民政府,TOWNSHIP,",
        "王府街道办事处,TOWNSHIP,",
        "襄阳市商务局 、襄阳市财政局,SEVERAL_DEPARTMENTS,u1",
        "襄阳 市财政局,DEPARTMENT,u2"
    })
    void who_issued_it_says_how(String issuer, Issuance issuance, @Nullable String issuerUnit) {
        ImportLine line = read(Map.of(IntakeColumn.ISSUER, issuer));

        assertThat(line.problems).isEmpty();
        assertThat(line.issuance).isEqualTo(issuance);
        assertThat(line.issuerUnitId).isEqualTo(issuerUnit);
    }

    @Test
    void an_issuer_that_says_nothing_wants_the_way_and_one_that_contradicts_it_is_wrong() {
        assertThat(keys(Map.of(IntakeColumn.ISSUER, "襄阳市推进办"))).containsExactly("intake.issuer.unclear");
        assertThat(read(Map.of(IntakeColumn.ISSUER, "襄阳市推进办", IntakeColumn.ISSUANCE, "方式DEPARTMENT")).issuance)
                .isEqualTo(Issuance.DEPARTMENT);
        assertThat(keys(Map.of(IntakeColumn.ISSUER, "襄阳市人民政府", IntakeColumn.ISSUANCE, "方式DEPARTMENT")))
                .containsExactly("intake.issuance.contradicts");
        assertThat(keys(Map.of(IntakeColumn.ISSUANCE, "随便"))).containsExactly("intake.notInList");
    }

    @Test
    void units_are_those_of_the_clean_up_and_of_the_person() {
        assertThat(keys(Map.of(IntakeColumn.UNIT, "外地局"))).containsExactly("intake.unit.unknown");
        assertThat(keys(Map.of(IntakeColumn.UNIT, "襄阳市财政局"))).containsExactly("intake.unit.elsewhere");
        assertThat(read(Map.of(IntakeColumn.UNIT, "襄阳市粮食局")).problems)
                .containsExactly(Problem.at(IntakeColumn.UNIT, "intake.unit.succeeded", "襄阳市粮食局", "襄阳市发展和改革委员会"));
        own = Set.of("u4");
        assertThat(keys(Map.of())).containsExactly("intake.unit.notYours");
        assertThat(read(Map.of(IntakeColumn.UNIT, "襄阳市发展和改革委员会")).unitId).isEqualTo("u4");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-05-08,",
        "2021/5/8,",
        "2021.5.8,",
        "２０２１年５月８日,",
        "20210508,",
        "2021-02-30,intake.day.impossible",
        "2021年5月,intake.day.none",
        "去年,intake.day.none",
        "43000,intake.day.unformatted",
        "43000.5,intake.day.unformatted",
        "2023-07-01,intake.day.afterCutOff",
        "1900-01-01,intake.day.tooEarly"
    })
    void days_are_possible_and_not_after_the_cut_off(String day, @Nullable String key) {
        assertThat(keys(Map.of(IntakeColumn.ISSUED_ON, day))).isEqualTo(key == null ? List.of() : List.of(key));
    }

    @Test
    void it_ends_after_its_issue_or_never() {
        assertThat(keys(Map.of(IntakeColumn.VALID_UNTIL, "2020-01-01"))).containsExactly("intake.day.endsBeforeIssue");
        assertThat(read(Map.of(IntakeColumn.VALID_UNTIL, "长期")).validUntil).isNull();
        assertThat(keys(Map.of(IntakeColumn.VALID_UNTIL, "长期"))).isEmpty();
    }

    @Test
    void a_clean_up_of_normative_documents_takes_no_other_kind() {
        kind = CampaignKind.NORMATIVE_DOCUMENT;

        assertThat(read(Map.of()).kind).isEqualTo(MeasureKind.NORMATIVE_DOCUMENT);
        assertThat(keys(Map.of(IntakeColumn.KIND, "种类RULE"))).containsExactly("intake.kind.other");
        assertThat(keys(Map.of(IntakeColumn.KIND, "随便"))).containsExactly("intake.notInList");
    }

    @Test
    void a_link_is_an_address_and_what_grows_when_it_is_compared_is_too_long() {
        assertThat(keys(Map.of(IntakeColumn.LINK, "http://www.xiangyang.gov.cn/a?b=1")))
                .isEmpty();
        assertThat(keys(Map.of(IntakeColumn.LINK, "javascript:alert(1)"))).containsExactly("intake.link.none");
        ImportLine line = read(Map.of(IntakeColumn.DOCUMENT_NUMBER, "㍿".repeat(50)));
        assertThat(line.problems).containsExactly(Problem.at(IntakeColumn.DOCUMENT_NUMBER, "intake.tooLong", "100"));
        assertThat(line.numberKey).hasSize(100);
    }

    @Test
    void measures_of_many_years_are_not_all_evaluated_at_once() {
        LocalDate today = LocalDate.of(2026, 6, 1);

        assertThat(EntryWork.nextEvaluation(LocalDate.of(2015, 3, 10), today, 36))
                .isEqualTo("2027-03-10");
        assertThat(EntryWork.nextEvaluation(LocalDate.of(2023, 6, 1), today, 36))
                .isEqualTo("2029-06-01");
        assertThat(EntryWork.nextEvaluation(LocalDate.of(2023, 6, 2), today, 36))
                .isEqualTo("2026-06-02");
        assertThat(EntryWork.nextEvaluation(null, today, 36)).isEqualTo("2029-06-01");
    }

    private List<String> keys(Map<IntakeColumn, String> changed) {
        return read(changed).problems.stream().map(Problem::key).toList();
    }

    private ImportLine read(Map<IntakeColumn, String> changed) {
        Map<IntakeColumn, String> cells = new EnumMap<>(IntakeColumn.class);
        cells.put(IntakeColumn.TITLE, "关于促进消费的若干措施");
        cells.put(IntakeColumn.ISSUER, BUREAU);
        cells.put(IntakeColumn.UNIT, BUREAU);
        cells.put(IntakeColumn.ISSUED_ON, "2021-05-08");
        cells.putAll(changed);
        cells.values().removeIf(String::isEmpty);
        Map<String, Unit> byName = new HashMap<>();
        units.values().forEach(unit -> byName.put(unit.name(), unit));
        Map<String, MeasureKind> kinds = new HashMap<>();
        Arrays.stream(MeasureKind.values()).forEach(each -> kinds.put("种类" + each.name(), each));
        Map<String, Issuance> issuances = new HashMap<>();
        Arrays.stream(Issuance.values()).forEach(each -> issuances.put("方式" + each.name(), each));
        LineRules.Frame frame = new LineRules.Frame(
                kind, LocalDate.of(2023, 6, 30), byName, units, Set.of("u1", "u4"), own, kinds, issuances);
        return new LineRules(frame).read(new SheetLine(2, cells, List.of()));
    }
}
