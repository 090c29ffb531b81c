package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The middle of durations. */
class FlowFiguresTests {

    @Test
    void the_median_is_the_middle_one_or_the_mean_of_the_two_in_the_middle() {
        assertThat(FlowFigures.median(List.of())).isNull();
        assertThat(FlowFigures.median(minutes(9, 1, 5))).isEqualTo(Duration.ofMinutes(5));
        assertThat(FlowFigures.median(minutes(100, 1, 3, 5))).isEqualTo(Duration.ofMinutes(4));
    }

    private static List<Duration> minutes(long... minutes) {
        return LongStream.of(minutes).mapToObj(Duration::ofMinutes).toList();
    }
}
