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
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(
            strings = {
                "yeer: 2023",
                "visits: many",
                "measures: [{many: 1, procedure: OWN, end: ISSUED}]",
                "measures: [{many: 1, procedure: OWN, conclusion: DOES_NOT_CONFORM, end: ISSUED}]",
                "measures: [{many: 1, procedure: OWN, conclusion: CONFORMS, end: ISSUED, asks: [ADVISER]}]",
                "measures: [{many: 0, procedure: OWN, conclusion: CONFORMS, end: ISSUED}]",
                "measures: [{many: 1, procedure: OWN, conclusion: CONFORMS_WITH_ADVICE, end: ISSUED}]",
                "measures: [{many: 1, procedure: OWN, end: WITHDRAWN, document: {kind: MAJOR_DECISION, decider: UNIT}}]",
                "measures: [{many: 1, procedure: OWN, conclusion: CONFORMS, end: ISSUED,"
                        + " document: {kind: MAJOR_DECISION, decider: GOVERNMENT}}]",
                "expect: [{figure: nothing, count: 1}]",
                "expect: [{figure: reviewed, only: {colour: RED}, count: 1}]",
                "expect: [{figure: reviewed}]",
                "- just a list"
            })
    void what_cannot_happen_is_refused_before_anything_begins(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("year.yaml"), text.startsWith("-") ? text : "year: 2023\n" + text);

        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> ScenarioFile.read(file.toString()))
                .withMessageContaining("场景");
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
