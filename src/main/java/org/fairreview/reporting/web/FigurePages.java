package org.fairreview.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.CountedBy;
import org.fairreview.reporting.Difference;
import org.fairreview.reporting.Differences;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.PageNumbers;
import org.fairreview.reporting.Section;
import org.fairreview.reporting.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of the figures show. */
@Component
class FigurePages {

    static final int LINES = 50;

    private static final String COMPLAINTS = "/complaints/";

    /** A choice of a filter. */
    record Choice(String value, String label) {}

    /** A number that leads to what it counts. */
    record Number(String label, int count, String url) {}

    /** What today's counting says where it is another number than the closed one. */
    record Change(String text, @Nullable String reason) {}

    record FigureView(
            String name, String means, String countedBy, Number number, List<Number> parts, @Nullable Change change) {}

    record SectionView(String name, List<FigureView> figures) {}

    /** A table that is drawn too: lines by columns. */
    record Plot(String id, String title, String first, List<String> columns, List<PlotLine> lines) {}

    record PlotLine(String label, List<Number> numbers) {}

    record Filters(List<Choice> years, List<Choice> parts, List<Choice> regions, List<Choice> units) {}

    record Part(String dimension, List<Number> numbers, int sum) {}

    record LineView(
            String subject,
            @Nullable String url,
            String title,
            String unit,
            String region,
            String day,
            List<String> values,
            int amount) {}

    record FigurePage(
            String name,
            String means,
            String countedBy,
            int count,
            List<String> narrowed,
            List<Part> parts,
            List<String> heads,
            List<LineView> lines,
            int rows,
            boolean weighted,
            @Nullable Change change,
            @Nullable String before,
            @Nullable String after,
            String export,
            String back) {}

    /** The plot that shows the whole year, whatever part of it is asked for. */
    static final String MONTHS = "months";

    private static final List<String> BY_MONTH = List.of("received", "reviewed", "issued", "cleaned-up");

    private final Books books;
    private final Differences differences;
    private final FigureTexts texts;
    private final Units units;
    private final Clock clock;

    FigurePages(Books books, Differences differences, FigureTexts texts, Units units, Clock clock) {
        this.books = books;
        this.differences = differences;
        this.texts = texts;
        this.units = units;
        this.clock = clock;
    }

    /** What is asked for in an address; regions that the person does not see and units that are not there narrow nothing. */
    Asked asked(Map<String, String> parameters, List<String> seen) {
        return Asked.of(parameters, LocalDate.now(clock)).known(seen, unit -> units.find(unit)
                .filter(found -> seen.contains(found.regionId()))
                .isPresent());
    }

    /** Of whom the numbers tell: the unit or region that is asked for, else the widest region that the person sees. */
    String whose(Asked asked, List<String> seen) {
        return asked.unit() != null
                ? units.name(asked.unit())
                : units.regionName(asked.region() != null ? asked.region() : seen.get(0));
    }

    /** Of whom and of when the numbers tell, as a file is named by it: 襄阳市2026年第3季度. */
    String told(Asked asked, List<String> seen) {
        return whose(asked, seen) + periodName(asked);
    }

    /** What a sheet counts, in one line: of whom, of which days, with which values, and as it was when. */
    String caption(Asked asked, Slice slice, List<String> seen) {
        List<String> parts = new ArrayList<>(List.of(whose(asked, seen), period(asked)));
        parts.addAll(values(slice));
        parts.add(books.closing(slice, seen)
                .map(closing -> texts.of("figures.asClosed", texts.day(closing.closedAt())))
                .orElseGet(() -> texts.of("figures.asOf", texts.day(LocalDate.now(clock)))));
        return String.join(texts.of("figures.caption.comma"), parts);
    }

    Filters filters(List<String> seen) {
        int now = LocalDate.now(clock).getYear();
        List<Choice> parts = new ArrayList<>();
        parts.add(new Choice("", texts.of("figures.wholeYear")));
        IntStream.rangeClosed(1, 4)
                .forEach(quarter -> parts.add(new Choice("Q" + quarter, texts.of("figures.quarter", quarter))));
        Stream.of(Month.values())
                .forEach(month -> parts.add(
                        new Choice("%02d".formatted(month.getValue()), texts.of("figures.month", month.getValue()))));
        return new Filters(
                IntStream.iterate(now, year -> year - 1)
                        .limit(10)
                        .mapToObj(year ->
                                new Choice(String.valueOf(year), texts.of("figures.year", String.valueOf(year))))
                        .toList(),
                parts,
                seen.stream()
                        .map(region -> new Choice(region, units.regionName(region)))
                        .toList(),
                units.all().stream()
                        .filter(unit -> seen.contains(unit.regionId()))
                        .sorted(Comparator.comparing(Unit::id))
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
    }

    List<SectionView> sections(Asked asked, PageNumbers page) {
        return sections(asked, page, Figures.all());
    }

    /** The sections of some figures alone. */
    List<SectionView> sections(Asked asked, PageNumbers page, List<Figure> figures) {
        Slice slice = asked.slice(page.seen());
        page.read(figures, slice);
        Numbers numbers = page.of(slice);
        Changes changes = changes(slice, page, figures);
        Map<Section, List<FigureView>> sections = new LinkedHashMap<>();
        for (Figure figure : figures) {
            int count = numbers.count(figure, slice);
            List<Number> parts = figure.dimensions().isEmpty() || count == 0
                    ? List.of()
                    : parts(asked, numbers, figure, slice, figure.dimensions().get(0));
            sections.computeIfAbsent(figure.section(), section -> new ArrayList<>())
                    .add(new FigureView(
                            texts.name(figure),
                            texts.means(figure),
                            texts.countedBy(figure),
                            new Number(texts.name(figure), count, asked.url("/figures/" + figure.id())),
                            parts,
                            changes.of(figure, count)));
        }
        return sections.entrySet().stream()
                .map(each -> new SectionView(texts.section(each.getKey()), each.getValue()))
                .toList();
    }

    /** What is to be said beside each closed figure; nothing where the period is open. */
    private interface Changes {

        @Nullable
        Change of(Figure figure, int closed);
    }

    private Changes changes(Slice slice, PageNumbers page, List<Figure> figures) {
        Optional<Closing> closing = books.closing(slice, page.seen());
        if (closing.isEmpty()) {
            return (figure, closed) -> null;
        }
        boolean whole = closing.get().isWhole(slice);
        Map<String, Difference.Reason> reasons = differences.newest(closing.get());
        page.readToday(figures, slice);
        Numbers today = page.today(slice);
        return (figure, closed) -> {
            int now = today.count(figure, slice);
            if (now == closed) {
                return null;
            }
            String reason = Optional.ofNullable(reasons.get(figure.id()))
                    .filter(given -> whole && given.counted() == now)
                    .map(given ->
                            texts.of("closing.reasoned", given.text(), texts.person(given.by()), texts.day(given.at())))
                    .orElse(null);
            return new Change(texts.of("closing.change", String.valueOf(now), signed(now - closed)), reason);
        };
    }

    static String signed(int more) {
        return more > 0 ? "+" + more : String.valueOf(more);
    }

    /** What is under way and what is late, months of the year, items, units and regions, each as a table that is drawn too. */
    List<Plot> plots(Asked asked, PageNumbers page) {
        List<Plot> plots = new ArrayList<>();
        plots.add(compared(
                asked,
                page,
                "progress",
                "region",
                List.of("open", "cleanup-open", "complaints-open", "leads-open", "letters-open")));
        plots.add(compared(asked, page, "overdue", "unit", List.of("overdue", "steps-late")));
        plots.add(months(asked, page));
        plots.add(compared(asked, page, "items", "item", List.of("findings", "legacy-findings")));
        plots.add(compared(asked, page, "units", "unit", List.of("received", "reviewed", "cleaned-up", "findings")));
        if (page.seen().size() > 1) {
            plots.add(compared(
                    asked, page, "regions", "region", List.of("received", "reviewed", "cleaned-up", "letters")));
        }
        return plots;
    }

    private Plot months(Asked asked, PageNumbers page) {
        Asked whole = asked.ofYear();
        List<Figure> figures = figures(BY_MONTH);
        page.read(figures, whole.slice(page.seen()));
        Numbers numbers = page.of(whole.slice(page.seen()));
        List<Map<String, Integer>> counts = figures.stream()
                .map(figure -> numbers.by(figure, whole.slice(page.seen()), "month"))
                .toList();
        List<PlotLine> lines = Stream.of(Month.values())
                .map(month -> YearMonth.of(asked.year(), month).toString())
                .map(month -> line(whole, figures, counts, "month", month))
                .toList();
        boolean empty = counts.stream().allMatch(Map::isEmpty);
        return new Plot(
                MONTHS,
                texts.of("figures.plot.months"),
                texts.dimension("month"),
                names(figures),
                empty ? List.of() : lines);
    }

    private Plot compared(Asked asked, PageNumbers page, String id, String dimension, List<String> ids) {
        List<Figure> figures = figures(ids);
        Numbers numbers = page.of(asked.slice(page.seen()));
        List<Map<String, Integer>> counts = figures.stream()
                .map(figure -> numbers.by(figure, asked.slice(page.seen()), dimension))
                .toList();
        List<PlotLine> lines = counts.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((String value) -> -counts.stream()
                        .mapToInt(each -> each.getOrDefault(value, 0))
                        .sum()))
                .map(value -> line(asked, figures, counts, dimension, value))
                .toList();
        return new Plot(id, texts.of("figures.plot." + id), texts.dimension(dimension), names(figures), lines);
    }

    private PlotLine line(
            Asked asked, List<Figure> figures, List<Map<String, Integer>> counts, String dimension, String value) {
        List<Number> numbers = IntStream.range(0, figures.size())
                .mapToObj(place -> new Number(
                        texts.name(figures.get(place)),
                        counts.get(place).getOrDefault(value, 0),
                        asked.url("/figures/" + figures.get(place).id(), Map.of("by." + dimension, value))))
                .toList();
        return new PlotLine(texts.value(dimension, value), numbers);
    }

    private List<String> names(List<Figure> figures) {
        return figures.stream().map(texts::name).toList();
    }

    private static List<Figure> figures(List<String> ids) {
        return ids.stream().map(id -> Figures.find(id).orElseThrow()).toList();
    }

    private List<Number> parts(Asked asked, Numbers numbers, Figure figure, Slice slice, String dimension) {
        Map<String, String> already = slice.only().entrySet().stream()
                .collect(Collectors.toMap(each -> "by." + each.getKey(), Map.Entry::getValue));
        return numbers.by(figure, slice, dimension).entrySet().stream()
                .map(part -> {
                    Map<String, String> more = new LinkedHashMap<>(already);
                    more.put("by." + dimension, part.getKey());
                    return new Number(
                            texts.value(dimension, part.getKey()),
                            part.getValue(),
                            asked.url("/figures/" + figure.id(), more));
                })
                .toList();
    }

    /** @param complaints whether complaints are open to the person: without, they are counted and not named */
    FigurePage page(Asked asked, List<String> seen, Figure figure, boolean complaints) {
        Slice slice = asked.slice(seen, figure);
        PageNumbers read = books.forPage(seen);
        Numbers numbers = read.of(slice);
        int rows = numbers.rows(figure, slice);
        int last = Math.max(1, (rows + LINES - 1) / LINES);
        int page = Math.min(asked.page(), last);
        int count = numbers.count(figure, slice);
        List<Part> parts = Stream.concat(Numbers.COMMON.stream(), figure.dimensions().stream())
                .filter(dimension -> !slice.only().containsKey(dimension))
                .filter(dimension ->
                        !dimension.equals("region") || slice.regions().size() > 1)
                .filter(dimension -> !dimension.equals("unit") || slice.unit() == null)
                .filter(dimension -> !dimension.equals("month") || figure.countedBy() != CountedBy.STANDING)
                .map(dimension -> {
                    List<Number> values = parts(asked, numbers, figure, slice, dimension);
                    return new Part(
                            texts.dimension(dimension),
                            values,
                            values.stream().mapToInt(Number::count).sum());
                })
                .filter(part -> !part.numbers().isEmpty())
                .toList();
        Map<String, String> only = new LinkedHashMap<>();
        slice.only().forEach((dimension, value) -> only.put("by." + dimension, value));
        String path = "/figures/" + figure.id();
        return new FigurePage(
                texts.name(figure),
                texts.means(figure),
                texts.countedBy(figure),
                count,
                narrowed(asked, slice),
                parts,
                heads(figure),
                numbers.lines(figure, slice, (page - 1) * LINES, LINES).stream()
                        .map(line -> view(figure, line, complaints))
                        .toList(),
                rows,
                rows != count,
                changes(slice, read, List.of(figure)).of(figure, count),
                page > 1 ? asked.url(path, with(only, "page", page - 1)) : null,
                page < last ? asked.url(path, with(only, "page", page + 1)) : null,
                asked.url(path + "/workbook", only),
                asked.url("/figures"));
    }

    private static Map<String, String> with(Map<String, String> only, String name, int value) {
        Map<String, String> more = new LinkedHashMap<>(only);
        more.put(name, String.valueOf(value));
        return more;
    }

    /** The filters in words: period, region, unit, values. */
    List<String> narrowed(Asked asked, Slice slice) {
        List<String> narrowed = new ArrayList<>();
        narrowed.add(period(asked));
        if (asked.region() != null) {
            narrowed.add(units.regionName(asked.region()));
        }
        if (slice.unit() != null) {
            narrowed.add(units.name(slice.unit()));
        }
        narrowed.addAll(values(slice));
        return narrowed;
    }

    private List<String> values(Slice slice) {
        return slice.only().entrySet().stream()
                .map(each -> texts.of(
                        "figures.only", texts.dimension(each.getKey()), texts.value(each.getKey(), each.getValue())))
                .toList();
    }

    /** As the office calls it: 2026年, 2026年第3季度. */
    String periodName(Asked asked) {
        String year = texts.of("figures.year", String.valueOf(asked.year()));
        if (asked.part().isEmpty()) {
            return year;
        }
        return year
                + (asked.part().startsWith("Q")
                        ? texts.of("figures.quarter", asked.part().substring(1))
                        : texts.of("figures.month", Integer.parseInt(asked.part())));
    }

    String period(Asked asked) {
        return texts.of(
                "figures.period",
                texts.day(asked.period().from()),
                texts.day(asked.period().until()));
    }

    List<String> heads(Figure figure) {
        return figure.dimensions().stream().map(texts::dimension).toList();
    }

    LineView view(Figure figure, Numbers.Line line, boolean complaints) {
        boolean sealed = !complaints && line.url() != null && line.url().startsWith(COMPLAINTS);
        String title = line.restricted()
                ? texts.of("figures.restricted")
                : line.title() == null ? texts.of("figure.none") : line.title();
        return new LineView(
                sealed ? texts.of("figure.none") : line.subject(),
                sealed ? null : line.url(),
                title,
                line.unitId() == null ? texts.of("figure.none") : units.name(line.unitId()),
                units.regionName(line.regionId()),
                line.on() == null ? "" : texts.day(line.on()),
                figure.dimensions().stream()
                        .map(dimension -> texts.value(dimension, line.values().getOrDefault(dimension, "")))
                        .toList(),
                line.amount());
    }
}
