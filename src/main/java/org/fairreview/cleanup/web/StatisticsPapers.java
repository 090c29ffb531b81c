package org.fairreview.cleanup.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.LegacyFinding.Finder;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.overview.Statistics.ItemFigures;
import org.fairreview.cleanup.overview.Statistics.KindFigures;
import org.fairreview.cleanup.overview.Statistics.UnitFigures;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.document.Templates;
import org.fairreview.identity.Units;
import org.fairreview.review.Disposition;
import org.springframework.stereotype.Component;

/** The statistics of clean-ups (清理情况统计表) as a Word document and as a workbook, each kind on its own. */
@Component
class StatisticsPapers {

    /** How a finding can stand in a clean-up. */
    static final List<Disposition> DISPOSITIONS =
            List.of(Disposition.CHANGE_REQUIRED, Disposition.JUSTIFIED, Disposition.EXCEPTED, Disposition.OPEN);

    private static final String TEMPLATE = "cleanup-statistics";

    private final Templates templates;
    private final Units units;
    private final CleanupTexts texts;

    StatisticsPapers(Templates templates, Units units, CleanupTexts texts) {
        this.templates = templates;
        this.units = units;
        this.texts = texts;
    }

    /** @param period which clean-ups are counted, in words */
    byte[] word(String office, String period, List<KindFigures> kinds) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("office", office);
        data.put("period", period);
        data.put("madeOn", texts.day(texts.today()));
        for (CampaignKind kind : CampaignKind.values()) {
            data.put(
                    kind == CampaignKind.FAIR_COMPETITION ? "fair" : "normative",
                    kinds.stream()
                            .filter(figures -> figures.kind() == kind)
                            .map(this::section)
                            .findFirst()
                            .orElse(null));
        }
        return templates.render(TEMPLATE, data).bytes();
    }

    private Map<String, Object> section(KindFigures figures) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("campaigns", campaigns(figures));
        List<Map<String, Object>> rows = new ArrayList<>();
        figures.units().forEach(unit -> rows.add(row(unitName(unit), unit)));
        rows.add(row(texts.of("board.sum"), figures.sum()));
        section.put("units", rows);
        section.put("items", figures.items().stream().map(this::item).toList());
        section.put(
                "itemsSummary",
                texts.of(
                        figures.items().isEmpty() ? "statistics.noFindings" : "statistics.findings",
                        figures.items().stream().mapToInt(ItemFigures::total).sum()));
        return section;
    }

    String campaigns(KindFigures figures) {
        return figures.campaigns().stream()
                .map((Campaign campaign) -> texts.of("statistics.campaign", campaign.title(), campaign.number()))
                .collect(Collectors.joining(texts.of("statistics.comma")));
    }

    private String unitName(UnitFigures unit) {
        return units.name(unit.unitId());
    }

    private static Map<String, Object> row(String name, UnitFigures unit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("unit", name);
        row.put("total", String.valueOf(unit.total()));
        for (Outcome outcome : Outcome.values()) {
            row.put(outcome.name().toLowerCase(Locale.ROOT), String.valueOf(unit.with(outcome)));
        }
        row.put("undecided", String.valueOf(unit.undecided()));
        return row;
    }

    private Map<String, Object> item(ItemFigures item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("standard", texts.standard(item.regime(), item.item()));
        row.put("total", String.valueOf(item.total()));
        row.put("byUnit", String.valueOf(item.by(Finder.UNIT)));
        row.put("byRegulator", String.valueOf(item.by(Finder.REGULATOR)));
        row.put("changed", String.valueOf(item.with(Disposition.CHANGE_REQUIRED)));
        row.put("justified", String.valueOf(item.with(Disposition.JUSTIFIED)));
        row.put("excepted", String.valueOf(item.with(Disposition.EXCEPTED)));
        row.put("open", String.valueOf(item.with(Disposition.OPEN)));
        return row;
    }

    void workbook(List<KindFigures> kinds, OutputStream out) throws IOException {
        try (SheetWriter writer = new SheetWriter()) {
            for (KindFigures figures : kinds) {
                String kind = texts.of("statistics.sheet." + figures.kind().name());
                writer.sheet(
                        texts.of("statistics.sheet.units", kind),
                        unitColumns(),
                        Stream.concat(figures.units().stream(), Stream.of(figures.sum()))::forEach);
                writer.sheet(texts.of("statistics.sheet.items", kind), itemColumns(), figures.items()::forEach);
            }
            writer.write(out);
        }
    }

    private List<Column<UnitFigures>> unitColumns() {
        List<Column<UnitFigures>> columns = new ArrayList<>();
        columns.add(new Column<>(
                texts.of("legacy.unit"), 32, unit -> unit.unitId().isEmpty() ? texts.of("board.sum") : unitName(unit)));
        columns.add(new Column<>(texts.of("board.total"), 10, UnitFigures::total));
        for (Outcome outcome : Outcome.values()) {
            columns.add(new Column<>(texts.of("cleanup.outcome", outcome), 10, unit -> unit.with(outcome)));
        }
        columns.add(new Column<>(texts.of("catalogue.undecided"), 12, UnitFigures::undecided));
        return columns;
    }

    private List<Column<ItemFigures>> itemColumns() {
        List<Column<ItemFigures>> columns = new ArrayList<>();
        columns.add(
                new Column<>(texts.of("statistics.standard"), 60, item -> texts.standard(item.regime(), item.item())));
        columns.add(new Column<>(texts.of("board.total"), 10, ItemFigures::total));
        for (Finder finder : Finder.values()) {
            columns.add(new Column<>(
                    texts.of("statistics.by", texts.of("legacy.finder", finder)), 16, item -> item.by(finder)));
        }
        for (Disposition disposition : DISPOSITIONS) {
            columns.add(new Column<>(texts.of("legacy.disposition", disposition), 14, item -> item.with(disposition)));
        }
        return columns;
    }
}
