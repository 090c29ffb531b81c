package org.fairreview.reporting.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.document.WordChart;
import org.fairreview.document.WordChart.Bars;
import org.fairreview.document.WordChart.Direction;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The plots of the reports about a period, drawn from the numbers that the tables beside them tell. */
@Component
class PeriodPlots {

    private static final List<String> BY_MONTH = List.of("received", "reviewed", "issued", "cleaned-up");
    private static final List<String> FOUND = List.of("findings", "legacy-findings", "supervision-findings");
    private static final List<String> OF_UNITS = List.of("received", "reviewed", "findings");
    private static final List<String> OF_REGIONS = List.of("received", "reviewed", "findings", "letters");

    /** As many as one page shows legibly; the others stand in one line. */
    private static final int MOST_LINES = 12;

    private static final int LONGEST_LABEL = 26;

    private final FigureTexts texts;

    PeriodPlots(FigureTexts texts) {
        this.texts = texts;
    }

    /** The plots by the names of their placeholders; null where there is nothing to draw. */
    Map<String, @Nullable WordChart> of(String region, String period, Numbers numbers, Slice slice) {
        Map<String, @Nullable WordChart> plots = new LinkedHashMap<>();
        plots.put("monthsPlot", months(title("months", region, period), numbers, slice));
        plots.put("itemsPlot", compared("items", region, period, "item", FOUND, Direction.STACKED, numbers, slice));
        plots.put("unitsPlot", compared("units", region, period, "unit", OF_UNITS, Direction.LYING, numbers, slice));
        plots.put(
                "regionsPlot",
                slice.regions().size() < 2
                        ? null
                        : compared("regions", region, period, "region", OF_REGIONS, Direction.LYING, numbers, slice));
        return plots;
    }

    private String title(String plot, String region, String period) {
        return texts.of("report.plot." + plot, region, period);
    }

    private @Nullable WordChart months(String title, Numbers numbers, Slice slice) {
        List<Map<String, Integer>> counts = counts(BY_MONTH, "month", numbers, slice);
        YearMonth last = YearMonth.from(slice.period().until());
        List<Bars> lines = Stream.iterate(
                        YearMonth.from(slice.period().from()),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .map(month -> new Bars(
                        texts.of("report.plot.month", month.getMonthValue()), row(counts, List.of(month.toString()))))
                .toList();
        return chart(Direction.UPRIGHT, title, BY_MONTH, lines);
    }

    private @Nullable WordChart compared(
            String plot,
            String region,
            String period,
            String dimension,
            List<String> figures,
            Direction direction,
            Numbers numbers,
            Slice slice) {
        List<Map<String, Integer>> counts = counts(figures, dimension, numbers, slice);
        List<String> values = counts.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((String value) -> -sum(row(counts, List.of(value))))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int shown = values.size() > MOST_LINES ? MOST_LINES - 1 : values.size();
        List<Bars> lines = new ArrayList<>();
        values.subList(0, shown)
                .forEach(value ->
                        lines.add(new Bars(shortened(texts.value(dimension, value)), row(counts, List.of(value)))));
        if (shown < values.size()) {
            lines.add(new Bars(
                    texts.of("report.plot.others", values.size() - shown),
                    row(counts, values.subList(shown, values.size()))));
        }
        return chart(direction, title(plot, region, period), figures, lines);
    }

    private static List<Map<String, Integer>> counts(
            List<String> figures, String dimension, Numbers numbers, Slice slice) {
        return figures.stream()
                .map(id -> numbers.by(figure(id), slice, dimension))
                .toList();
    }

    private static List<Integer> row(List<Map<String, Integer>> counts, List<String> values) {
        return counts.stream()
                .map(each -> values.stream()
                        .mapToInt(value -> each.getOrDefault(value, 0))
                        .sum())
                .toList();
    }

    /** Without the series that tell nothing; null where none tells anything. */
    private @Nullable WordChart chart(Direction direction, String title, List<String> figures, List<Bars> lines) {
        List<Integer> told = IntStream.range(0, figures.size())
                .filter(place -> lines.stream().anyMatch(line -> line.numbers().get(place) > 0))
                .boxed()
                .toList();
        if (told.isEmpty()) {
            return null;
        }
        return new WordChart(
                direction,
                title,
                told.stream()
                        .map(place -> texts.name(figure(figures.get(place))))
                        .toList(),
                lines.stream()
                        .map(line -> new Bars(
                                line.label(),
                                told.stream()
                                        .map(place -> line.numbers().get(place))
                                        .toList()))
                        .toList());
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    private static String shortened(String label) {
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
    }

    private static Figure figure(String id) {
        return Figures.find(id).orElseThrow();
    }
}
