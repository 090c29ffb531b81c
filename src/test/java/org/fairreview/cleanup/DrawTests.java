package org.fairreview.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTests {

    private static final List<String> NUMBERS = IntStream.rangeClosed(1, 555)
            .mapToObj(place -> "420600-QL-2026-0001-%04d".formatted(place))
            .toList();

    @Test
    void the_same_seed_and_list_give_the_same_sample_in_whatever_order_the_list_is() {
        List<String> shuffled = new ArrayList<>(NUMBERS);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(Draw.of(shuffled, 10, "seed")).isEqualTo(Draw.of(NUMBERS, 10, "seed"));
        assertThat(Draw.digest(shuffled)).isEqualTo(Draw.digest(NUMBERS));
        assertThat(Draw.of(NUMBERS, 10, "another seed")).isNotEqualTo(Draw.of(NUMBERS, 10, "seed"));
    }

    /** Computed outside: printf 'seed:%s' NUMBER | sha256sum, for each number, sorted. */
    @Test
    void the_sample_is_that_of_sha256sum_and_sort() {
        assertThat(Draw.of(List.of("a", "b", "c", "d"), 50, "seed")).containsExactly("a", "d");
    }

    @Test
    void a_share_is_rounded_up_and_none_is_none() {
        assertThat(Draw.of(NUMBERS, 10, "seed")).hasSize(56).doesNotHaveDuplicates();
        assertThat(Draw.of(NUMBERS, 0, "seed")).isEmpty();
        assertThat(Draw.of(NUMBERS, 100, "seed")).hasSize(555);
        assertThat(Draw.of(List.of("x"), 1, "seed")).containsExactly("x");
    }

    @Test
    void each_is_drawn_about_as_often_as_any_other() {
        List<String> numbers = NUMBERS.subList(0, 20);
        int[] drawn = new int[20];
        for (int seed = 0; seed < 2_000; seed++) {
            Draw.of(numbers, 25, "seed" + seed).forEach(number -> drawn[numbers.indexOf(number)]++);
        }

        for (int times : drawn) {
            assertThat(times).isBetween(400, 600);
        }
    }
}
