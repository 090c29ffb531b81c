package org.fairreview.cleanup.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignUnit;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.overview.Board;
import org.fairreview.cleanup.overview.CaseQuery;
import org.fairreview.cleanup.overview.Extent;
import org.fairreview.cleanup.overview.Hits;
import org.fairreview.cleanup.overview.Phase;
import org.fairreview.cleanup.overview.Progress;
import org.fairreview.cleanup.overview.UnitLine;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the board of a clean-up shows: every number with the list behind it. */
@Component
class BoardPages {

    /** A number and the address of what it counts; null where it counts nothing. */
    record Figure(int count, @Nullable String url) {}

    record UnitRow(
            String id,
            String name,
            List<Figure> stages,
            Figure total,
            Figure late,
            String letter,
            @Nullable FileLink list,
            String listUrl) {}

    record FileLink(String name, String url) {}

    record ItemRow(String label, Figure cases, int hits) {}

    record DayRow(String day, String iso, List<Integer> phases) {}

    record Fact(String label, String value, @Nullable FileLink file, @Nullable String link) {}

    record Page(
            String number,
            String title,
            String state,
            Campaign.State stateName,
            String kind,
            List<Fact> facts,
            List<String> stages,
            List<UnitRow> units,
            UnitRow sum,
            List<UnitRow> late,
            Map<String, Figure> totals,
            List<String> phases,
            List<DayRow> days,
            List<ItemRow> items,
            String itemsAt) {}

    private final Campaigns campaigns;
    private final Board board;
    private final Progress progress;
    private final Hits hits;
    private final FileStore files;
    private final Units units;
    private final CleanupTexts texts;

    BoardPages(
            Campaigns campaigns,
            Board board,
            Progress progress,
            Hits hits,
            FileStore files,
            Units units,
            CleanupTexts texts) {
        this.campaigns = campaigns;
        this.board = board;
        this.progress = progress;
        this.hits = hits;
        this.files = files;
        this.units = units;
        this.texts = texts;
    }

    Page of(Extent extent) {
        Campaign campaign = extent.campaign();
        Board.Figures figures = board.of(extent);
        Map<String, CampaignUnit> taking = taking(extent);
        Map<String, UnitLine> lines = new LinkedHashMap<>();
        taking.keySet().forEach(unit -> lines.put(unit, new UnitLine(unit, Map.of(), 0)));
        figures.units().forEach(line -> lines.put(line.unitId(), line));
        List<LegacyStage> stages = stages(extent, figures.sum());
        Hits.Counted counted = hits.of(extent, figures.sum().total());
        List<UnitRow> rows = lines.values().stream()
                .map(line -> row(campaign, line, stages, Optional.ofNullable(taking.get(line.unitId()))))
                .toList();
        return new Page(
                campaign.number(),
                campaign.title(),
                texts.of("cleanup.state", campaign.state()),
                campaign.state(),
                texts.of("cleanup.kind", campaign.kind()),
                facts(campaign),
                stages.stream().map(stage -> texts.of("legacy.stage", stage)).toList(),
                rows,
                row(campaign, figures.sum(), stages, Optional.empty()),
                rows.stream()
                        .filter(row -> row.late().count() > 0)
                        .sorted(Comparator.comparing((UnitRow row) -> row.late().count())
                                .reversed())
                        .toList(),
                totals(campaign, figures.sum()),
                Stream.of(Phase.values())
                        .map(phase -> texts.of("board.phase", phase))
                        .toList(),
                days(extent, figures),
                items(extent, counted),
                texts.minute(counted.at()));
    }

    /** The units of the clean-up that the person sees as such. */
    private Map<String, CampaignUnit> taking(Extent extent) {
        Map<String, CampaignUnit> taking = new LinkedHashMap<>();
        campaigns.unitsOf(extent.campaign().number()).stream()
                .filter(unit -> extent.whole() || extent.units().contains(unit.unitId()))
                .forEach(unit -> taking.put(unit.unitId(), unit));
        return taking;
    }

    /** A stage that no case is in is left out where it is not on everybody's way. */
    private static List<LegacyStage> stages(Extent extent, UnitLine sum) {
        return Stream.of(LegacyStage.values())
                .filter(stage -> extent.shown(stage) == stage)
                .filter(stage -> stage != LegacyStage.WAITING || sum.at(stage) > 0)
                .toList();
    }

    private UnitRow row(Campaign campaign, UnitLine line, List<LegacyStage> stages, Optional<CampaignUnit> taking) {
        String unit = line.unitId().isEmpty() ? null : line.unitId();
        return new UnitRow(
                line.unitId(),
                unit == null ? texts.of("board.sum") : units.name(unit),
                stages.stream()
                        .map(stage -> number(campaign, line.at(stage), query(unit, stage, false)))
                        .toList(),
                number(campaign, line.total(), query(unit, null, false)),
                number(campaign, line.late(), query(unit, null, true)),
                taking.flatMap(CampaignUnit::letterWantedAt).map(texts::minute).orElse(""),
                taking.flatMap(CampaignUnit::listFileId)
                        .flatMap(id -> link(campaign, id))
                        .orElse(null),
                unit == null ? "" : "/cleanup/%s/units/%s".formatted(campaign.number(), unit));
    }

    private static CaseQuery query(@Nullable String unit, @Nullable LegacyStage stage, boolean late) {
        return new CaseQuery(null, unit, stage, null, null, false, false, late, false, false, null);
    }

    private static Figure number(Campaign campaign, int count, CaseQuery query) {
        return new Figure(
                count, count == 0 ? null : Asked.url("/cleanup/" + campaign.number() + "/cases", query.parameters()));
    }

    private Map<String, Figure> totals(Campaign campaign, UnitLine sum) {
        Map<String, Figure> totals = new LinkedHashMap<>();
        totals.put(texts.of("board.total"), number(campaign, sum.total(), CaseQuery.all()));
        totals.put(texts.of("board.late"), number(campaign, sum.late(), query(null, null, true)));
        totals.put(
                texts.of("legacy.stage", LegacyStage.DECIDING),
                number(campaign, sum.at(LegacyStage.DECIDING), query(null, LegacyStage.DECIDING, false)));
        totals.put(
                texts.of("legacy.stage", LegacyStage.CLOSED),
                number(campaign, sum.at(LegacyStage.CLOSED), query(null, LegacyStage.CLOSED, false)));
        return totals;
    }

    private List<DayRow> days(Extent extent, Board.Figures figures) {
        if (figures.sum().total() == 0) {
            return List.of();
        }
        return progress.of(extent, figures).stream()
                .map(day -> new DayRow(
                        texts.day(day.day()),
                        day.day().toString(),
                        Stream.of(Phase.values()).map(day::at).toList()))
                .toList();
    }

    private List<ItemRow> items(Extent extent, Hits.Counted counted) {
        return counted.lines().stream()
                .map(line -> new ItemRow(
                        texts.standard(extent.campaign().regime(), line.item()),
                        number(
                                extent.campaign(),
                                line.cases(),
                                new CaseQuery(
                                        null, null, null, null, null, false, false, false, false, false, line.item())),
                        line.hits()))
                .toList();
    }

    private List<Fact> facts(Campaign campaign) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "campaign.scope", campaign.scope());
        add(facts, "campaign.cutOff", texts.day(campaign.cutOff()));
        add(facts, "campaign.deadline", texts.day(campaign.deadline()));
        add(facts, "campaign.responsibility", texts.of("cleanup.responsibility", campaign.responsibility()));
        add(facts, "campaign.regime", texts.regime(campaign.regime()));
        add(facts, "campaign.samplingShare", String.valueOf(campaign.samplingShare()));
        facts.add(new Fact(
                texts.of("campaign.notice"),
                campaign.noticeNumber(),
                campaign.noticeFileId().flatMap(id -> link(campaign, id)).orElse(null),
                null));
        add(facts, "board.startedOn", campaign.startedAt().map(texts::minute).orElse(""));
        campaign.publishedOn()
                .map((LocalDate on) -> new Fact(
                        texts.of("board.published"),
                        texts.day(on) + " " + campaign.catalogueNumber().orElse(""),
                        campaign.catalogueFileId()
                                .flatMap(id -> link(campaign, id))
                                .orElse(null),
                        campaign.catalogueLink()
                                .filter(link -> link.startsWith("http"))
                                .orElse(null)))
                .ifPresent(facts::add);
        return facts.stream()
                .filter(fact -> !fact.value().isBlank() || fact.file() != null)
                .toList();
    }

    private void add(List<Fact> facts, String label, String value) {
        facts.add(new Fact(texts.of(label), value, null, null));
    }

    Optional<FileLink> link(Campaign campaign, String fileId) {
        return files.find(fileId)
                .map((StoredFile file) ->
                        new FileLink(file.name(), "/cleanup/%s/files/%s".formatted(campaign.number(), fileId)));
    }
}
