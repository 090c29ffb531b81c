package org.fairreview.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.ScoreCard;
import org.fairreview.reporting.ScoreCards;
import org.fairreview.reporting.ScoreComponent;
import org.fairreview.reporting.ScoreComponent.Counted;
import org.fairreview.reporting.ScoreScheme;
import org.fairreview.reporting.web.FigurePages.Choice;
import org.fairreview.reporting.web.FigurePages.Number;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The units' scores, the card of each with its explanation, and the office's weights. */
@Controller
class ScoreController {

    private static final int TENTHS = 10;

    record UnitLine(int rank, String unit, String url, List<String> points, String total, int whole) {}

    record CardLine(String name, String means, int weight, List<Number> counts, String explained, String points) {}

    record WeightLine(String component, String name, String means, String weight, String deduction, boolean deducts) {}

    record SchemeLine(String from, String reason, List<String> weights) {}

    private final FigureReaders readers;
    private final FigurePages pages;
    private final ScoreCards cards;
    private final ObjectionTexts sentences;
    private final FigureTexts texts;
    private final Units units;
    private final Clock clock;

    ScoreController(
            FigureReaders readers,
            FigurePages pages,
            ScoreCards cards,
            ObjectionTexts sentences,
            FigureTexts texts,
            Units units,
            Clock clock) {
        this.readers = readers;
        this.pages = pages;
        this.cards = cards;
        this.sentences = sentences;
        this.texts = texts;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/scores")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        List<String> seen = readers.seen();
        Asked asked = asked(parameters, seen);
        model.addAttribute("asked", asked);
        model.addAttribute("filters", filters(seen));
        model.addAttribute("period", pages.period(asked));
        model.addAttribute("regionName", units.regionName(region(asked)));
        model.addAttribute(
                "heads", Stream.of(ScoreComponent.values()).map(this::name).toList());
        model.addAttribute("lines", lines(asked, seen));
        model.addAttribute("export", asked.url("/scores/workbook"));
        model.addAttribute("weights", asked.url("/scores/weights"));
        return "reporting/scores";
    }

    @GetMapping("/scores/{scoredUnit}")
    String card(@PathVariable String scoredUnit, @RequestParam Map<String, String> parameters, Model model) {
        List<String> seen = readers.seen();
        Unit unit = units.find(scoredUnit)
                .filter(found -> seen.contains(found.regionId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, String> ofUnit = new LinkedHashMap<>(parameters);
        ofUnit.put("region", unit.regionId());
        Asked asked = asked(ofUnit, seen);
        ScoreCard card = cards.of(unit.regionId(), asked.period(), seen).stream()
                .filter(each -> each.unitId().equals(scoredUnit))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("unit", unit.name());
        model.addAttribute("period", pages.period(asked));
        model.addAttribute(
                "lines",
                card.lines().stream().map(line -> line(asked, scoredUnit, line)).toList());
        model.addAttribute("total", points(card.tenths()));
        model.addAttribute("back", asked.url("/scores"));
        return "reporting/score";
    }

    @GetMapping("/scores/workbook")
    void workbook(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = readers.seen();
        Asked asked = asked(parameters, seen);
        List<Column<UnitLine>> columns = new ArrayList<>(List.of(
                new Column<>(texts.of("score.rank"), 8, UnitLine::rank),
                new Column<>(texts.dimension("unit"), 32, UnitLine::unit)));
        ScoreComponent[] components = ScoreComponent.values();
        for (int place = 0; place < components.length; place++) {
            int at = place;
            columns.add(new Column<>(
                    name(components[place]),
                    16,
                    line -> Double.valueOf(line.points().get(at))));
        }
        columns.add(new Column<>(texts.of("score.total"), 12, line -> Double.valueOf(line.total())));
        byte[] bytes = SheetWriter.write(
                texts.of("score.title"), pages.caption(asked, asked.slice(seen), seen), columns, lines(asked, seen));
        Downloads.head(
                response,
                texts.of("score.file", units.regionName(region(asked)), pages.periodName(asked)),
                SheetWriter.MEDIA_TYPE);
        response.getOutputStream().write(bytes);
    }

    @GetMapping("/scores/weights")
    String weights(@RequestParam Map<String, String> parameters, Model model) {
        List<String> seen = readers.seen();
        String region = region(asked(parameters, seen));
        ScoreScheme now = cards.inForce(region, LocalDate.now(clock));
        return weights(region, typed(now), "", "", Map.of(), model);
    }

    @PostMapping("/scores/weights")
    String set(@RequestParam Map<String, String> parameters, Model model, HttpServletResponse response) {
        Actor actor = readers.actor();
        Unit regulator = cards.setBy(actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        Map<ScoreComponent, String> weights = new EnumMap<>(ScoreComponent.class);
        Map<ScoreComponent, String> deductions = new EnumMap<>(ScoreComponent.class);
        List<WeightLine> typed = new ArrayList<>();
        for (ScoreComponent component : ScoreComponent.values()) {
            weights.put(component, parameters.getOrDefault("weight-" + component, ""));
            deductions.put(component, parameters.getOrDefault("deduction-" + component, ""));
            typed.add(line(component, weights.get(component), deductions.get(component)));
        }
        String from = parameters.getOrDefault("from", "");
        String reason = parameters.getOrDefault("reason", "");
        List<Objection> objections = cards.set(weights, deductions, day(from), reason, actor);
        if (objections.isEmpty()) {
            return "redirect:/scores/weights";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return weights(regulator.regionId(), typed, from, reason, sentences.byField(objections), model);
    }

    private String weights(
            String region,
            List<WeightLine> typed,
            String from,
            String reason,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("regionName", units.regionName(region));
        model.addAttribute("lines", typed);
        model.addAttribute("from", from);
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "sets",
                cards.setBy(readers.actor())
                        .filter(unit -> unit.regionId().equals(region))
                        .isPresent());
        model.addAttribute(
                "heads", Stream.of(ScoreComponent.values()).map(this::name).toList());
        model.addAttribute(
                "schemes", cards.schemes(region).stream().map(this::line).toList());
        return "reporting/weights";
    }

    private List<WeightLine> typed(ScoreScheme scheme) {
        return Stream.of(ScoreComponent.values())
                .map(component -> line(
                        component,
                        String.valueOf(scheme.weights().getOrDefault(component, 0)),
                        String.valueOf(scheme.deductions().getOrDefault(component, 0))))
                .toList();
    }

    private WeightLine line(ScoreComponent component, String weight, String deduction) {
        return new WeightLine(
                component.name(), name(component), means(component), weight, deduction, component.deducts());
    }

    private SchemeLine line(ScoreScheme scheme) {
        return new SchemeLine(
                texts.day(scheme.validFrom()),
                scheme.reason(),
                Stream.of(ScoreComponent.values())
                        .map(component -> component.deducts()
                                ? texts.of(
                                        "score.weightAndDeduction",
                                        scheme.weights().getOrDefault(component, 0),
                                        scheme.deductions().getOrDefault(component, 0))
                                : String.valueOf(scheme.weights().getOrDefault(component, 0)))
                        .toList());
    }

    private List<UnitLine> lines(Asked asked, List<String> seen) {
        List<ScoreCard> found = cards.of(region(asked), asked.period(), seen);
        return IntStream.range(0, found.size())
                .mapToObj(place -> new UnitLine(
                        rank(found, place),
                        units.name(found.get(place).unitId()),
                        asked.url("/scores/" + found.get(place).unitId()),
                        found.get(place).lines().stream()
                                .map(line -> points(line.tenths()))
                                .toList(),
                        points(found.get(place).tenths()),
                        found.get(place).tenths()))
                .toList();
    }

    /** Those with the same score share a rank. */
    private static int rank(List<ScoreCard> found, int place) {
        int first = place;
        while (first > 0 && found.get(first - 1).tenths() == found.get(place).tenths()) {
            first--;
        }
        return first + 1;
    }

    private CardLine line(Asked asked, String unit, ScoreCard.Line line) {
        List<Number> counts = new ArrayList<>();
        List<Counted> counted = line.component().counted();
        Asked ofUnit = new Asked(asked.year(), asked.part(), asked.region(), unit, Map.of(), 1);
        for (int place = 0; place < counted.size(); place++) {
            Map<String, String> only = new LinkedHashMap<>();
            List<String> values = new ArrayList<>();
            counted.get(place).only().forEach((dimension, value) -> {
                only.put("by." + dimension, value);
                values.add(texts.value(dimension, value));
            });
            String name = texts.name(Figures.find(counted.get(place).figure()).orElseThrow());
            counts.add(new Number(
                    values.isEmpty() ? name : texts.of("score.part", name, String.join("，", values)),
                    line.counts().get(place),
                    ofUnit.url("/figures/" + counted.get(place).figure(), only)));
        }
        return new CardLine(
                name(line.component()),
                means(line.component()),
                line.weight(),
                counts,
                explained(line),
                points(line.tenths()));
    }

    private String explained(ScoreCard.Line line) {
        if (!line.applies()) {
            return texts.of("score.explained.none");
        }
        Object[] values = Stream.concat(
                        line.counts().stream().map(String::valueOf),
                        Stream.of(
                                points(line.share()),
                                String.valueOf(line.weight()),
                                points(line.tenths()),
                                String.valueOf(line.deduction())))
                .toArray();
        return texts.of("score.explained." + line.component(), values);
    }

    private String name(ScoreComponent component) {
        return texts.of("score.component." + component);
    }

    private String means(ScoreComponent component) {
        return texts.of("score.component." + component + ".means");
    }

    /** Tenths with one decimal: points, or thousandths as percent. */
    private static String points(int tenths) {
        return tenths / TENTHS + "." + tenths % TENTHS;
    }

    /** The region that is scored: the one asked for, or the person's own. */
    private Asked asked(Map<String, String> parameters, List<String> seen) {
        Asked asked = Asked.of(parameters, LocalDate.now(clock));
        String region = asked.region() != null && seen.contains(asked.region()) ? asked.region() : own(seen);
        return new Asked(asked.year(), asked.part(), region, null, Map.of(), 1);
    }

    private String own(List<String> seen) {
        return readers.actor().posts().stream()
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .map(Unit::regionId)
                .filter(seen::contains)
                .findFirst()
                .orElse(seen.get(0));
    }

    private static String region(Asked asked) {
        return Objects.requireNonNull(asked.region());
    }

    private FigurePages.Filters filters(List<String> seen) {
        FigurePages.Filters all = pages.filters(seen);
        List<Choice> none = List.of();
        return new FigurePages.Filters(all.years(), all.parts(), all.regions(), none);
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
