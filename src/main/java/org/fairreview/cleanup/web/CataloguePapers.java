package org.fairreview.cleanup.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.overview.Catalogue;
import org.fairreview.cleanup.overview.Extent;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.document.Templates;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The catalogue of a clean-up (清理结果目录) as a Word document and as a workbook. */
@Component
class CataloguePapers {

    /** The most that a Word document holds; more is taken away as a workbook. */
    static final int MOST_IN_WORD = 5_000;

    private static final String TEMPLATE = "cleanup-catalogue";

    private final Templates templates;
    private final Units units;
    private final CleanupTexts texts;

    CataloguePapers(Templates templates, Units units, CleanupTexts texts) {
        this.templates = templates;
        this.units = units;
        this.texts = texts;
    }

    byte[] word(Extent extent, Catalogue.Content content) {
        Campaign campaign = extent.campaign();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("campaignTitle", campaign.title());
        data.put("campaignNumber", campaign.number());
        data.put("kind", texts.of("cleanup.kind", campaign.kind()));
        data.put("cutOff", texts.day(campaign.cutOff()));
        data.put("office", units.name(units.inCharge(campaign.regulatorUnitId())));
        data.put("catalogueNumber", campaign.catalogueNumber().orElse(""));
        data.put("summary", summary(content.counts()));
        data.put("madeOn", campaign.publishedOn().map(texts::day).orElseGet(() -> texts.day(texts.today())));
        for (Outcome outcome : Outcome.values()) {
            data.put(outcome.name().toLowerCase(Locale.ROOT), lines(content.with(outcome)));
        }
        data.put("undecided", lines(content.undecided()));
        data.values().removeIf(value -> value.equals(""));
        data.putIfAbsent("catalogueNumber", texts.of("catalogue.notPublished"));
        return templates.render(TEMPLATE, data).bytes();
    }

    /** How many there are of each, in one sentence. */
    String summary(Catalogue.Counts counts) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            parts.add(texts.of("catalogue.part", texts.of("cleanup.outcome", outcome), counts.with(outcome)));
        }
        String counted = String.join(texts.of("catalogue.comma"), parts);
        return counts.undecided() == 0
                ? texts.of("catalogue.summary", counts.total(), counted)
                : texts.of("catalogue.summary.undecided", counts.total(), counted, counts.undecided());
    }

    private List<Map<String, Object>> lines(List<Catalogue.Line> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(place -> line(place + 1, lines.get(place)))
                .toList();
    }

    private Map<String, Object> line(int place, Catalogue.Line line) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("place", String.valueOf(place));
        data.put("title", line.title());
        data.put("documentNumber", orNone(line.documentNumber()));
        data.put("issuer", orNone(line.issuer()));
        data.put("unit", line.unit());
        data.put("day", line.decidedOn() == null ? none() : texts.shortDay(line.decidedOn()));
        return data;
    }

    private String orNone(String text) {
        return text.isBlank() ? none() : text;
    }

    private String none() {
        return texts.of("catalogue.none");
    }

    void workbook(Catalogue.Content content, OutputStream out) throws IOException {
        try (SheetWriter writer = new SheetWriter()) {
            for (Outcome outcome : Outcome.values()) {
                writer.sheet(texts.of("cleanup.outcome", outcome), columns(), content.with(outcome)::forEach);
            }
            if (!content.undecided().isEmpty()) {
                writer.sheet(texts.of("catalogue.undecided"), columns(), content.undecided()::forEach);
            }
            writer.write(out);
        }
    }

    private List<Column<Catalogue.Line>> columns() {
        Stream<Column<Catalogue.Line>> all = Stream.of(
                new Column<>(texts.of("campaign.number"), 26, Catalogue.Line::caseNumber),
                new Column<>(texts.of("legacy.measure"), 60, Catalogue.Line::title),
                new Column<>(texts.of("legacy.documentNumber"), 24, Catalogue.Line::documentNumber),
                new Column<>(texts.of("legacy.issuer"), 28, Catalogue.Line::issuer),
                new Column<>(texts.of("legacy.unit"), 28, Catalogue.Line::unit),
                new Column<>(texts.of("said.cleanupOutcome"), 12, line -> outcome(line.outcome())),
                new Column<>(texts.of("said.decidedOn"), 13, Catalogue.Line::decidedOn));
        return all.toList();
    }

    private String outcome(@Nullable Outcome outcome) {
        return outcome == null ? texts.of("catalogue.undecided") : texts.of("cleanup.outcome", outcome);
    }
}
