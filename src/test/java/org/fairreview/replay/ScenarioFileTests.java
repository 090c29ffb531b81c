package org.fairreview.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairreview.cleanup.Outcome;
import org.fairreview.replay.ScenarioFile.Unusable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario may say. */
class ScenarioFileTests {

    @TempDir
    Path folder;

    @Test
    void the_year_2023_is_what_the_offices_report_tells() throws Unusable {
        Scenario year = ScenarioFile.read("2023");

        assertThat(year.year()).isEqualTo(2023);
        assertThat(year.measures().stream()
                        .filter(group -> group.conclusion() != null)
                        .mapToInt(Scenario.NewMeasures::many)
                        .sum())
                .isEqualTo(67);
        assertThat(year.cleanUps().get(0).fates()).hasSize(555);
        assertThat(year.cleanUps().get(1).fates())
                .hasSize(10)
                .containsOnly(Outcome.KEEP, Outcome.REVISE, Outcome.LAPSE);
        assertThat(year.letters().stream().mapToInt(Scenario.Letters::many).sum())
                .isEqualTo(4);
        assertThat(year.visits()).isEqualTo(218);
        assertThat(year.complaints()).isEqualTo(1);
        assertThat(year.contracts()).isEqualTo(20);
    }

    @Test
    void ends_are_spread_over_the_list_in_their_numbers() throws Unusable {
        var fates = ScenarioFile.read("2023").cleanUps().get(1).fates();

        assertThat(fates.stream().filter(Outcome.KEEP::equals)).hasSize(7);
        assertThat(fates.stream().filter(Outcome.REVISE::equals)).hasSize(2);
        assertThat(fates.stream().filter(Outcome.LAPSE::equals)).hasSize(1);
        assertThat(fates.subList(0, 5)).as("not all of one kind first").contains(Outcome.KEEP);
        assertThat(fates.indexOf(Outcome.REVISE)).isLessThan(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yeer: 2023 | 第 3 行（yeer）：没有这个键",
                "visits: many | 第 3 行（visits）：“many”不能用：应为整数",
                "visits: -1 | visits 不能小于 0",
                "measures: [{many: 1, procedure: OWN, end: GONE}] | 第 3 行（measures[1].end）：“GONE”不能用，只能是 ISSUED、",
                "measures: [{many: 1, procedure: OWN, end: ISSUED}] | （measures[1]）：除撤回（WITHDRAWN）外都要有 conclusion",
                "measures: [{many: 1, end: ISSUED}] | 缺少 procedure",
                "measures: [{many: 1, procedure: OWN, conclusion: DOES_NOT_CONFORM, end: ISSUED}] | end 与 conclusion 不符",
                "measures: [{many: 1, procedure: OWN, conclusion: CONFORMS, end: ISSUED, asks: [ADVISER]}] | 只有会审（JOINT）才有 asks",
                "measures: [{many: 0, procedure: OWN, conclusion: CONFORMS, end: ISSUED}] | many 不能小于 1",
                "measures: [{many: 1, procedure: OWN, conclusion: CONFORMS_WITH_ADVICE, end: ISSUED}] | 没有 CONFORMS_WITH_ADVICE",
                "measures: [{many: 1, procedure: OWN, end: WITHDRAWN, document: {kind: MAJOR_DECISION, decider: UNIT}}]"
                        + " | 才有 document",
                "measures: [{many: 1, procedure: OWN, conclusion: CONFORMS, end: ISSUED,"
                        + " document: {kind: MAJOR_DECISION, decider: GOVERNMENT}}] | decider 与 procedure 不符",
                "letters: [{many: 1}] | （letters[1]）：缺少 answer",
                "cleanUps: [{kind: FAIR_COMPETITION, title: 清理, from: 2023-02-30, cutOff: 2022-12-31, outcomes: {KEEP: 1}}]"
                        + " | （cleanUps[1].from）：“2023-02-30”不能用：应为日期",
                "cleanUps: [{kind: FAIR_COMPETITION, title: 清理, from: 2023-02-01, cutOff: 2022-12-31, outcomes: {KEEP: -1}}]"
                        + " | KEEP 不能小于 0",
                "cleanUps: [{kind: FAIR_COMPETITION, title: 清理, from: 2023-07-05, cutOff: 2022-12-31, outcomes: {REVISE: 1},"
                        + " revised: 2}] | revised 不能多于 outcomes 中的 REVISE",
                "cleanUps: [{kind: FAIR_COMPETITION, title: 清理, from: 2023-07-05, cutOff: 2022-12-31, outcomes: {KEEP: 1},"
                        + " revised: -1}] | 第 3 行（cleanUps[1]）：revised 不能小于 0",
                "events: [{kind: TRAINING, day: 2023-05-05, title: 培训, audience: 各部门, participants: -1}]"
                        + " | 第 3 行（events[1]）：participants 不能小于 0",
                "expect: [{figure: nothing, count: 1}] | 没有指标 nothing",
                "expect: [{figure: reviewed, only: {route: XX}, count: 0}] | route 没有 XX 这个值",
                "expect: [{figure: reviewed, only: {route: KEEP}, count: 0}] | route 没有 KEEP 这个值",
                "expect: [{figure: reviewed, only: {month: 2023-13}, count: 0}] | month 没有 2023-13 这个值",
                "expect: [{figure: reviewed, only: {colour: RED}, count: 1}] | 指标 reviewed 不按 colour 区分",
                "expect: [{figure: reviewed}] | （expect[1]）：缺少 count",
                "expect: [{figure: reviewed, count: -1}] | 第 3 行（expect[1]）：count 不能小于 0",
                "visits: \"1 | 不是正确的 YAML",
                "visits: [1] | 这里写的不是所要的内容"
            })
    void what_cannot_happen_is_refused_in_chinese_with_its_place_before_anything_begins(String text, String why)
            throws IOException {
        Path file = Files.writeString(folder.resolve("year.yaml"), "# 某年\nyear: 2023\n" + text);

        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> ScenarioFile.read(file.toString()))
                .withMessageContaining("场景 " + file)
                .withMessageContaining(why);
    }

    @Test
    void what_is_no_list_of_keys_is_no_scenario() throws IOException {
        Path file = Files.writeString(folder.resolve("year.yaml"), "- just a list");

        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> ScenarioFile.read(file.toString()))
                .withMessageContaining("这里写的不是所要的内容");
    }

    @Test
    void a_year_of_another_law_is_not_replayed() throws IOException {
        Path file = Files.writeString(folder.resolve("year.yaml"), "year: 2026");

        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> ScenarioFile.read(file.toString()))
                .withMessageContaining("2023");
    }

    @Test
    void a_scenario_that_is_not_there_is_said_so() {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> ScenarioFile.read("2099"))
                .withMessageContaining("没有场景 2099");
    }
}
