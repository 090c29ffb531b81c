package org.fairreview.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;

/** How good the shipped rules are on clauses of our own writing; the floors lie a little below what was measured. */
class OwnClausesTests {

    private static final Screening SCREENING = new Screening(RuleFile.readShipped(new Standards(Clock.systemUTC())));

    @Test
    void on_clauses_that_the_rules_were_not_written_from_the_floors_hold() throws IOException {
        RuleEvaluation evaluation = measured("clauses-held-out.jsonl");
        assertThat(evaluation.violations()).isEqualTo(130);
        assertThat(evaluation.lawful()).isEqualTo(110);
        assertThat(evaluation.recall()).isGreaterThanOrEqualTo(0.92);
        assertThat(evaluation.specificity()).isGreaterThanOrEqualTo(0.90);
        assertThat(evaluation.itemAccuracy()).isGreaterThanOrEqualTo(0.87);
    }

    @Test
    void on_the_clauses_that_they_were_written_from_higher_floors_hold() throws IOException {
        RuleEvaluation evaluation = measured("clauses-learned.jsonl");
        assertThat(evaluation.violations()).isEqualTo(497);
        assertThat(evaluation.lawful()).isEqualTo(481);
        assertThat(evaluation.recall()).isGreaterThanOrEqualTo(0.98);
        assertThat(evaluation.specificity()).isGreaterThanOrEqualTo(0.96);
        assertThat(evaluation.itemAccuracy()).isGreaterThanOrEqualTo(0.92);
    }

    private static RuleEvaluation measured(String name) throws IOException {
        RuleEvaluation evaluation = new RuleEvaluation(SCREENING);
        try (ClauseLines clauses = ClauseLines.open(Path.of("src/test/resources/screening", name))) {
            for (ClauseLines.Line line = clauses.next(); line != null; line = clauses.next()) {
                assertThat(evaluation.add(line)).isNull();
            }
        } catch (ClauseLines.CannotRead e) {
            throw new AssertionError(e);
        }
        return evaluation;
    }
}
