package org.fairreview.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What holds of every figure over any rows: a number is the sum of its parts, whatever it is told apart by, and of its list. */
final class AddsUp {

    private static final int ALL = 10_000;

    private final String of;
    private final Numbers numbers;

    /** @param of which rows, for whoever reads a failure */
    AddsUp(String of, Numbers numbers) {
        this.of = of;
        this.numbers = numbers;
    }

    /** To its list, and over regions, units, months and each thing of its own. */
    void overParts(Slice slice) {
        Figures.all().forEach(figure -> overParts(figure, slice));
    }

    private void overParts(Figure figure, Slice slice) {
        int count = numbers.count(figure, slice);
        List<Numbers.Line> lines = new ArrayList<>();
        numbers.each(figure, slice, lines::add);
        assertThat(sum(lines)).as("%s: list of %s", of, figure.id()).isEqualTo(count);
        assertThat(numbers.rows(figure, slice))
                .as("%s: rows of %s", of, figure.id())
                .isEqualTo(lines.size());
        assertThat(numbers.lines(figure, slice, 0, ALL))
                .as("%s: page of %s", of, figure.id())
                .hasSameSizeAs(lines);
        Stream.concat(Numbers.COMMON.stream(), figure.dimensions().stream()).forEach(dimension -> {
            Map<String, Integer> parts = numbers.by(figure, slice, dimension);
            assertThat(parts.values().stream().mapToInt(Integer::intValue).sum())
                    .as("%s: %s by %s", of, figure.id(), dimension)
                    .isEqualTo(count);
            parts.forEach((value, amount) -> {
                Slice part = slice.with(dimension, value);
                assertThat(numbers.count(figure, part))
                        .as("%s: %s with %s %s", of, figure.id(), dimension, value)
                        .isEqualTo(amount);
                assertThat(sum(numbers.lines(figure, part, 0, ALL)))
                        .as("%s: list of %s with %s %s", of, figure.id(), dimension, value)
                        .isEqualTo(amount);
            });
        });
    }

    /** Quarters and months to the year, regions to all; what stands at the end of a period does so for regions alone. */
    void overTimes(int year, List<String> regions) {
        for (Figure figure : Figures.all()) {
            int whole = numbers.count(figure, Slice.of(Period.year(year), regions));
            assertThat(regions.stream()
                            .mapToInt(region -> numbers.count(figure, Slice.of(Period.year(year), List.of(region))))
                            .sum())
                    .as("%s: %s over regions", of, figure.id())
                    .isEqualTo(whole);
            if (figure.countedBy() != CountedBy.STANDING) {
                assertThat(IntStream.rangeClosed(1, 4)
                                .map(quarter -> numbers.count(figure, Slice.of(Period.quarter(year, quarter), regions)))
                                .sum())
                        .as("%s: %s over quarters", of, figure.id())
                        .isEqualTo(whole);
            }
        }
    }

    /** Each number and each of its parts are those of the other. */
    void agreesWith(Numbers other, Slice slice) {
        for (Figure figure : Figures.all()) {
            assertThat(numbers.count(figure, slice))
                    .as("%s: %s", of, figure.id())
                    .isEqualTo(other.count(figure, slice));
            assertThat(numbers.rows(figure, slice))
                    .as("%s: rows of %s", of, figure.id())
                    .isEqualTo(other.rows(figure, slice));
            Stream.concat(Numbers.COMMON.stream(), figure.dimensions().stream())
                    .forEach(dimension -> assertThat(numbers.by(figure, slice, dimension))
                            .as("%s: %s by %s", of, figure.id(), dimension)
                            .isEqualTo(other.by(figure, slice, dimension)));
        }
    }

    private static int sum(List<Numbers.Line> lines) {
        return lines.stream().mapToInt(Numbers.Line::amount).sum();
    }
}
