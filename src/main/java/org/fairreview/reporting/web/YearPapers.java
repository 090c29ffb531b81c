package org.fairreview.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.document.Templates;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.YearParagraphs;
import org.fairreview.reporting.web.FigurePages.FigureView;
import org.fairreview.reporting.web.FigurePages.SectionView;
import org.springframework.stereotype.Component;

/**
 * The year's work on paper: the paragraphs that go into the office's report on government by law (法治政府建设年度报告), and the
 * table of the figures. Every number in the sentences is a figure; what did not happen is not mentioned.
 */
@Component
class YearPapers implements YearParagraphs {

    private static final String TEMPLATE = "year-figures";

    private final FigureTexts texts;
    private final Templates templates;
    private final Clock clock;

    YearPapers(FigureTexts texts, Templates templates, Clock clock) {
        this.texts = texts;
        this.templates = templates;
        this.clock = clock;
    }

    /** The paragraphs: on reviews and their supervision, on documents and legal advice; none where nothing happened. */
    @Override
    public List<String> paragraphs(Numbers numbers, Slice slice) {
        List<String> paragraphs = new ArrayList<>();
        sentence(numbers, slice, "conference", List.of("consultations", "evaluations"))
                .ifPresent(paragraphs::add);
        sentence(
                        numbers,
                        slice,
                        "reviews",
                        List.of("reviewed", "issued", "exceptions", "cleaned-up", "findings", "legacy-findings"))
                .ifPresent(paragraphs::add);
        sentence(
                        numbers,
                        slice,
                        "supervision",
                        List.of(
                                "points-visited",
                                "complaints",
                                "complaints-concluded",
                                "spot-checked",
                                "supervision-findings",
                                "letters"))
                .ifPresent(paragraphs::add);
        sentence(numbers, slice, "publicity", List.of("trainings", "participants"))
                .ifPresent(paragraphs::add);
        sentence(
                        numbers,
                        slice,
                        "documents",
                        List.of("documents-published", "cleaned-up-documents", "opinions", "contracts"))
                .ifPresent(paragraphs::add);
        return paragraphs;
    }

    private Optional<String> sentence(Numbers numbers, Slice slice, String about, List<String> ids) {
        List<String> clauses = ids.stream()
                .map(id -> Figures.find(id).orElseThrow())
                .flatMap(figure -> clause(numbers, figure, slice).stream())
                .toList();
        return clauses.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.of("paragraph." + about, String.join(texts.of("paragraph.and"), clauses)));
    }

    /** The figure in words, with its parts by the first of its dimensions. */
    private Optional<String> clause(Numbers numbers, Figure figure, Slice slice) {
        int count = numbers.count(figure, slice);
        if (count == 0) {
            return Optional.empty();
        }
        String clause = texts.of("paragraph." + figure.id(), String.valueOf(count));
        if (figure.dimensions().isEmpty() || figure.dimensions().get(0).equals("item")) {
            return Optional.of(clause);
        }
        String dimension = figure.dimensions().get(0);
        Map<String, Integer> parts = numbers.by(figure, slice, dimension);
        if (parts.size() == 1) {
            return Optional.of(clause);
        }
        return Optional.of(texts.of(
                "paragraph.parts",
                clause,
                parts.entrySet().stream()
                        .map(part -> texts.of(
                                "paragraph.part",
                                texts.value(dimension, part.getKey()),
                                String.valueOf(part.getValue())))
                        .collect(Collectors.joining(texts.of("paragraph.comma")))));
    }

    byte[] word(String office, String period, Numbers numbers, Slice slice, List<SectionView> sections) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("office", office);
        data.put("period", period);
        data.put("madeOn", texts.day(LocalDate.now(clock)));
        List<String> paragraphs = paragraphs(numbers, slice);
        data.put("paragraphs", paragraphs.isEmpty() ? texts.of("paragraph.nothing") : String.join("\n", paragraphs));
        data.put("sections", sections.stream().map(this::section).toList());
        return templates.render(TEMPLATE, data).bytes();
    }

    private Map<String, Object> section(SectionView section) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FigureView figure : section.figures()) {
            rows.add(row(
                    figure.name(), texts.of("paragraph.all"), figure.number().count(), figure.countedBy()));
            figure.parts()
                    .forEach(part -> rows.add(row(figure.name(), part.label(), part.count(), figure.countedBy())));
        }
        return Map.of("name", section.name(), "rows", rows);
    }

    private static Map<String, Object> row(String figure, String part, int count, String countedBy) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("figure", figure);
        row.put("part", part);
        row.put("count", String.valueOf(count));
        row.put("countedBy", countedBy);
        return row;
    }
}
