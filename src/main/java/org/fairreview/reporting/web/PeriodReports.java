package org.fairreview.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fairreview.document.Templates;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.StepDuration;
import org.fairreview.reporting.UnitSummaries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bulletin of a quarter (工作通报) and the region's summary of a year (年度总结), with counted figures, as Word files. */
@Component
class PeriodReports {

    private static final String BULLETIN = "quarter-bulletin";
    private static final String SUMMARY = "annual-summary";
    private static final int SLOWEST = 10;
    private static final int MOST_EXCEPTIONS = 1_000;

    /** The columns of the tables of units and regions, with their figures. */
    private static final Map<String, String> COLUMNS = columns();

    private final YearPapers papers;
    private final PeriodPlots plots;
    private final UnitSummaries summaries;
    private final FigureTexts texts;
    private final Units units;
    private final Templates templates;
    private final Clock clock;

    PeriodReports(
            YearPapers papers,
            PeriodPlots plots,
            UnitSummaries summaries,
            FigureTexts texts,
            Units units,
            Templates templates,
            Clock clock) {
        this.papers = papers;
        this.plots = plots;
        this.summaries = summaries;
        this.texts = texts;
        this.units = units;
        this.templates = templates;
        this.clock = clock;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("received", "received");
        columns.put("reviewed", "reviewed");
        columns.put("refused", "refused");
        columns.put("findings", "findings");
        columns.put("cleanedUp", "cleaned-up");
        columns.put("letters", "letters");
        columns.put("late", "steps-late");
        return columns;
    }

    byte[] bulletin(String office, String region, String period, Numbers numbers, Slice slice) {
        return templates
                .render(BULLETIN, data(office, region, period, numbers, slice))
                .bytes();
    }

    byte[] summary(String office, String region, String period, Numbers numbers, Slice slice) {
        Map<String, @Nullable Object> data = data(office, region, period, numbers, slice);
        data.put("regions", parts(numbers, slice, "region"));
        data.put(
                "exceptions",
                orNone(
                        numbers.lines(figure("exceptions"), slice, 0, MOST_EXCEPTIONS).stream()
                                .map(line -> row(
                                        "number",
                                        line.subject(),
                                        "title",
                                        line.restricted()
                                                ? texts.of("figures.restricted")
                                                : line.title() == null ? none() : line.title(),
                                        "unit",
                                        line.unitId() == null ? none() : units.name(line.unitId())))
                                .toList(),
                        "number",
                        "title",
                        "unit"));
        data.put(
                "summaries",
                orNone(
                        summaries.of(slice.regions(), slice.period().from().getYear()).stream()
                                .filter(summary ->
                                        slice.unit() == null || slice.unit().equals(summary.unitId()))
                                .map(summary -> row(
                                        "unit",
                                        units.name(summary.unitId()),
                                        "state",
                                        texts.value("summary_state", state(summary.firstHandedInOn(), summary.dueOn())),
                                        "handedIn",
                                        summary.firstHandedInOn() == null
                                                ? none()
                                                : texts.day(summary.firstHandedInOn())))
                                .toList(),
                        "unit",
                        "state",
                        "handedIn"));
        return templates.render(SUMMARY, data).bytes();
    }

    /** Those that were late most often, and all others in one line. */
    private List<Map<String, Object>> steps(List<StepDuration> durations) {
        int shown = durations.size() > SLOWEST ? SLOWEST - 1 : durations.size();
        List<Map<String, Object>> rows = new ArrayList<>();
        durations
                .subList(0, shown)
                .forEach(took -> rows.add(step(took.step(), took.done(), took.late(), texts.duration(took.median()))));
        List<StepDuration> others = durations.subList(shown, durations.size());
        if (!others.isEmpty()) {
            rows.add(step(
                    texts.of("report.steps.others", others.size()),
                    others.stream().mapToInt(StepDuration::done).sum(),
                    others.stream().mapToInt(StepDuration::late).sum(),
                    none()));
        }
        return rows;
    }

    private static Map<String, Object> step(String name, int done, int late, String median) {
        return row("name", name, "done", String.valueOf(done), "late", String.valueOf(late), "median", median);
    }

    private static String state(@Nullable LocalDate handedIn, LocalDate due) {
        return handedIn == null ? "MISSING" : handedIn.isAfter(due) ? "LATE" : "IN_TIME";
    }

    private Map<String, @Nullable Object> data(
            String office, String region, String period, Numbers numbers, Slice slice) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("office", office);
        data.put("region", region);
        data.put("period", period);
        data.put("madeOn", texts.day(LocalDate.now(clock)));
        List<String> paragraphs = papers.paragraphs(numbers, slice);
        data.put("paragraphs", paragraphs.isEmpty() ? texts.of("paragraph.nothing") : String.join("\n", paragraphs));
        data.put("units", parts(numbers, slice, "unit"));
        data.put("items", items(numbers, slice));
        data.put("steps", orNone(steps(numbers.durations(slice)), "name", "done", "late", "median"));
        data.put(
                "carried",
                Closing.CARRIED.stream()
                        .map(PeriodReports::figure)
                        .map(figure ->
                                row("name", texts.name(figure), "count", String.valueOf(numbers.count(figure, slice))))
                        .toList());
        data.putAll(plots.of(region, period, numbers, slice));
        return data;
    }

    /** A line for each unit or region that has something to tell, and their sum. */
    private List<Map<String, Object>> parts(Numbers numbers, Slice slice, String dimension) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        COLUMNS.forEach((column, id) -> counts.put(column, numbers.by(figure(id), slice, dimension)));
        List<Map<String, Object>> rows = new ArrayList<>();
        counts.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted()
                .forEach(value -> {
                    Map<String, Object> row = row("name", texts.value(dimension, value));
                    counts.forEach((column, each) -> row.put(column, String.valueOf(each.getOrDefault(value, 0))));
                    rows.add(row);
                });
        Map<String, Object> sum = row("name", texts.of("figures.sum"));
        counts.forEach((column, each) -> sum.put(
                column,
                String.valueOf(
                        each.values().stream().mapToInt(Integer::intValue).sum())));
        rows.add(sum);
        return rows;
    }

    private List<Map<String, Object>> items(Numbers numbers, Slice slice) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        counts.put("before", numbers.by(figure("findings"), slice, "item"));
        counts.put("cleanup", numbers.by(figure("legacy-findings"), slice, "item"));
        counts.put("supervision", numbers.by(figure("supervision-findings"), slice, "item"));
        List<Map<String, Object>> rows = counts.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(item -> {
                    Map<String, Object> row = row("name", texts.value("item", item));
                    counts.forEach((column, each) -> row.put(column, String.valueOf(each.getOrDefault(item, 0))));
                    return row;
                })
                .toList();
        return orNone(rows, "name", "before", "cleanup", "supervision");
    }

    private List<Map<String, Object>> orNone(List<Map<String, Object>> rows, String... columns) {
        if (!rows.isEmpty()) {
            return rows;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        Stream.of(columns).forEach(column -> row.put(column, none()));
        return List.of(row);
    }

    private String none() {
        return texts.of("report.none");
    }

    private static Map<String, Object> row(String... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int place = 0; place < pairs.length; place += 2) {
            row.put(pairs[place], pairs[place + 1]);
        }
        return row;
    }

    private static Figure figure(String id) {
        return Figures.find(id).orElseThrow();
    }
}
