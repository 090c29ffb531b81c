package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One checkpoint a day, by whichever node is first. */
@ProductTest
class CheckpointsTests {

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    RecordCheck check;

    @Autowired
    TestClock.MovableClock clock;

    @Test
    void a_checkpoint_is_made_once_a_day_after_half_past_midnight() throws Exception {
        try {
            checkpoints.makeDaily();
            long today = newest();
            checkpoints.makeDaily();
            assertThat(newest()).isEqualTo(today);

            ZonedDateTime now = clock.instant().atZone(clock.getZone());
            ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(clock.getZone());
            clock.advance(Duration.between(now, midnight.plusMinutes(20)));
            checkpoints.makeDaily();
            assertThat(newest()).as("at 0:20").isEqualTo(today);
            clock.advance(Duration.ofMinutes(20));
            checkpoints.makeDaily();
            assertThat(newest()).as("at 0:40").isEqualTo(today + 1);
            assertThat(checkpoints.folder().numbers()).last().isEqualTo(today + 1);
            assertThat(check.verify("checkpoints").isBroken()).isFalse();
        } finally {
            clock.reset();
        }
    }

    @Test
    void of_those_who_make_one_at_once_everybody_gets_one_and_they_hang_together() {
        List<Crowd.Outcome<Checkpoint>> outcomes = Crowd.atOnce(4, checkpoints::make);

        assertThat(outcomes).extracting(Crowd.Outcome::failure).containsOnlyNulls();
        assertThat(check.verify(Chains.of("checkpoints")).state()).isEqualTo(Verdict.State.WHOLE);
    }

    private long newest() {
        return checkpoints.newest().orElseThrow().number();
    }
}
