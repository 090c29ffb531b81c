package org.fairreview.document;

import java.util.List;

/**
 * A plot for a document: bars of whole numbers, one of each series for each line. In Word it is a chart with its table of data,
 * which can be edited, moved or removed there.
 *
 * @param series what is counted, each with a colour of its own
 */
public record WordChart(Direction direction, String title, List<String> series, List<Bars> lines) {

    /** Which way the bars go. */
    public enum Direction {
        /** Upright, the series side by side: for months. */
        UPRIGHT,
        /** Lying, the series side by side: for what has a name. */
        LYING,
        /** Lying, the series one behind the other: for parts that add up to something. */
        STACKED
    }

    /**
     * What is compared.
     *
     * @param numbers one for each series
     */
    public record Bars(String label, List<Integer> numbers) {

        public Bars {
            numbers = List.copyOf(numbers);
        }
    }

    /** @throws IllegalArgumentException where there is nothing to draw, or a line has not a number for each series */
    public WordChart {
        series = List.copyOf(series);
        lines = List.copyOf(lines);
        int wanted = series.size();
        if (wanted == 0
                || lines.isEmpty()
                || lines.stream().anyMatch(line -> line.numbers().size() != wanted)) {
            throw new IllegalArgumentException(
                    "The plot '%s' has no numbers, or not one for each series".formatted(title));
        }
    }
}
