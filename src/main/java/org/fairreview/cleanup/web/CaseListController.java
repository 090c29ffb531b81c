package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignUnit;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.overview.CaseLine;
import org.fairreview.cleanup.overview.CaseQuery;
import org.fairreview.cleanup.overview.Extent;
import org.fairreview.cleanup.overview.Extents;
import org.fairreview.cleanup.overview.LegacyCaseList;
import org.fairreview.cleanup.overview.Page;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The cases of a clean-up, narrowed and searched, on a page and as a workbook. */
@Controller
class CaseListController {

    record Row(
            String number,
            String title,
            String documentNumber,
            String unit,
            String stage,
            boolean closed,
            boolean late,
            boolean sampled,
            String proposal,
            String outcome,
            String hits,
            int openFindings) {}

    private final CurrentActor currentActor;
    private final Campaigns campaigns;
    private final CleanupReads reads;
    private final Extents extents;
    private final LegacyCaseList cases;
    private final Units units;
    private final CleanupTexts texts;

    CaseListController(
            CurrentActor currentActor,
            Campaigns campaigns,
            CleanupReads reads,
            Extents extents,
            LegacyCaseList cases,
            Units units,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.campaigns = campaigns;
        this.reads = reads;
        this.extents = extents;
        this.cases = cases;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/cleanup/{campaign}/cases")
    String list(@PathVariable String campaign, @RequestParam Map<String, String> asked, Model model) {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, actor);
        reads.opened(campaign, "campaignCases", actor);
        CaseQuery query = Asked.cases(asked);
        Page<CaseLine> page = cases.page(extent, query, Asked.page(asked));
        String path = "/cleanup/" + campaign + "/cases";
        model.addAttribute("number", campaign);
        model.addAttribute("campaignTitle", extent.campaign().title());
        model.addAttribute("query", query);
        model.addAttribute("whole", extent.whole());
        model.addAttribute(
                "item",
                query.item() == null ? null : texts.standard(extent.campaign().regime(), query.item()));
        model.addAttribute("rows", page.lines().stream().map(this::row).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("pageNumber", page.number());
        model.addAttribute("links", Asked.pages(path, query.parameters(), page.number(), page.pages()));
        model.addAttribute("export", Asked.url(path + "/export", query.parameters()));
        model.addAttribute("stages", stages(extent));
        model.addAttribute("outcomes", choices("cleanup.outcome", Stream.of(Outcome.values())));
        model.addAttribute("units", units(extent));
        return "cleanup/cases";
    }

    @GetMapping("/cleanup/{campaign}/cases/export")
    void export(@PathVariable String campaign, @RequestParam Map<String, String> asked, HttpServletResponse response)
            throws IOException {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, actor);
        String name = texts.of("board.cases.file", campaign);
        reads.exported(campaign, name);
        try (SheetWriter writer = new SheetWriter()) {
            writer.sheet(
                    texts.of("board.cases"), columns(extent), line -> cases.each(extent, Asked.cases(asked), line));
            Downloads.head(response, name, SheetWriter.MEDIA_TYPE);
            writer.write(response.getOutputStream());
        }
    }

    private List<Column<CaseLine>> columns(Extent extent) {
        Stream<Column<CaseLine>> all = Stream.of(
                new Column<>(texts.of("campaign.number"), 26, CaseLine::number),
                new Column<>(texts.of("legacy.measure"), 50, CaseLine::title),
                new Column<>(texts.of("legacy.documentNumber"), 22, CaseLine::documentNumber),
                new Column<>(texts.of("legacy.issuedOn"), 13, CaseLine::issuedOn),
                new Column<>(texts.of("legacy.issuer"), 26, CaseLine::issuer),
                new Column<>(texts.of("legacy.unit"), 26, CaseLine::unit),
                new Column<>(texts.of("board.stage"), 16, line -> texts.of("legacy.stage", line.stage())),
                new Column<>(texts.of("board.late"), 8, line -> line.late() ? texts.of("board.yes") : ""),
                new Column<>(texts.of("said.proposal"), 12, line -> outcome(line.proposal())),
                new Column<>(texts.of("said.proposalReason"), 40, CaseLine::proposalReason),
                new Column<>(texts.of("said.cleanupOutcome"), 12, line -> outcome(line.outcome())),
                new Column<>(texts.of("bulk.hits"), 10, CaseLine::hits),
                new Column<>(texts.of("board.open"), 12, CaseLine::openFindings));
        Stream<Column<CaseLine>> secret = extent.whole()
                ? Stream.of(new Column<>(
                        texts.of("legacy.sampled"), 10, line -> line.sampled() ? texts.of("board.yes") : ""))
                : Stream.empty();
        return Stream.concat(all, secret).toList();
    }

    private Row row(CaseLine line) {
        return new Row(
                line.number(),
                line.title(),
                line.documentNumber(),
                line.unit(),
                texts.of("legacy.stage", line.stage()),
                line.stage() == LegacyStage.CLOSED,
                line.late(),
                line.sampled(),
                outcome(line.proposal()),
                outcome(line.outcome()),
                line.hits() == null ? "" : String.valueOf(line.hits()),
                line.openFindings());
    }

    private String outcome(@Nullable Outcome outcome) {
        return outcome == null ? "" : texts.of("cleanup.outcome", outcome);
    }

    private List<Choice> stages(Extent extent) {
        return choices("legacy.stage", Stream.of(LegacyStage.values()).filter(stage -> extent.shown(stage) == stage));
    }

    private <E extends Enum<E>> List<Choice> choices(String prefix, Stream<E> values) {
        return values.map(each -> new Choice(each.name(), texts.of(prefix, each)))
                .toList();
    }

    private List<Choice> units(Extent extent) {
        return campaigns.unitsOf(extent.campaign().number()).stream()
                .map(CampaignUnit::unitId)
                .filter(unit -> extent.whole() || extent.units().contains(unit))
                .map(unit -> new Choice(unit, units.name(unit)))
                .toList();
    }

    private Extent extent(String number, Actor actor) {
        Campaign found =
                campaigns.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return extents.of(found, actor);
    }
}
