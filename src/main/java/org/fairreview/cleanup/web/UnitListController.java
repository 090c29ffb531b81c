package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignUnit;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.UnitLists;
import org.fairreview.cleanup.overview.CaseLine;
import org.fairreview.cleanup.overview.CaseQuery;
import org.fairreview.cleanup.overview.Extent;
import org.fairreview.cleanup.overview.Extents;
import org.fairreview.cleanup.overview.LegacyCaseList;
import org.fairreview.cleanup.web.BroughtFile.Brought;
import org.fairreview.document.Templates;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.RefusalTexts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A unit's own list in a clean-up: looked at, printed to be signed and sealed, and handed in as a scan. */
@Controller
class UnitListController {

    private static final String TEMPLATE = "cleanup-unit-list";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    record Row(String number, String title, String documentNumber, String stage, String proposal, String reason) {}

    private final CurrentActor currentActor;
    private final Campaigns campaigns;
    private final CleanupReads reads;
    private final UnitLists lists;
    private final Extents extents;
    private final LegacyCaseList cases;
    private final BoardPages boards;
    private final BroughtFile brought;
    private final Templates templates;
    private final Units units;
    private final RefusalTexts refusals;
    private final CleanupTexts texts;

    UnitListController(
            CurrentActor currentActor,
            Campaigns campaigns,
            CleanupReads reads,
            UnitLists lists,
            Extents extents,
            LegacyCaseList cases,
            BoardPages boards,
            BroughtFile brought,
            Templates templates,
            Units units,
            RefusalTexts refusals,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.campaigns = campaigns;
        this.reads = reads;
        this.lists = lists;
        this.extents = extents;
        this.cases = cases;
        this.boards = boards;
        this.brought = brought;
        this.templates = templates;
        this.units = units;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/cleanup/{campaign}/units/{listedUnit}")
    String page(@PathVariable String campaign, @PathVariable String listedUnit, Model model) {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, listedUnit, actor);
        reads.opened(campaign, "unitList", actor);
        return page(extent, listedUnit, actor, Map.of(), model);
    }

    private String page(Extent extent, String unit, Actor actor, Map<String, String> errors, Model model) {
        Campaign campaign = extent.campaign();
        Optional<CampaignUnit> taking = lists.find(campaign.number(), unit);
        List<Row> rows = lines(extent, unit).stream().map(this::row).toList();
        model.addAttribute("number", campaign.number());
        model.addAttribute("campaignTitle", campaign.title());
        model.addAttribute("unit", unit);
        model.addAttribute("unitName", units.name(unit));
        model.addAttribute("rows", rows);
        model.addAttribute(
                "unsigned",
                lines(extent, unit).stream()
                        .filter(line -> line.stage().compareTo(LegacyStage.SIGNING) <= 0)
                        .count());
        model.addAttribute(
                "handedIn",
                taking.flatMap(CampaignUnit::listFileId)
                        .flatMap(id -> boards.link(campaign, id))
                        .orElse(null));
        model.addAttribute(
                "handedInAt",
                taking.flatMap(CampaignUnit::listHandedInAt).map(texts::minute).orElse(""));
        model.addAttribute("mayHandIn", lists.mayHandIn(campaign, unit, actor));
        model.addAttribute("errors", errors);
        return "cleanup/unit-list";
    }

    @GetMapping("/cleanup/{campaign}/units/{listedUnit}/word")
    void word(@PathVariable String campaign, @PathVariable String listedUnit, HttpServletResponse response)
            throws IOException {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, listedUnit, actor);
        String name = texts.of("board.list.file", units.name(listedUnit), campaign);
        reads.exported(campaign, name);
        byte[] paper = templates.render(TEMPLATE, data(extent, listedUnit)).bytes();
        Downloads.head(response, name, WORD);
        response.getOutputStream().write(paper);
    }

    private Map<String, Object> data(Extent extent, String unit) {
        Campaign campaign = extent.campaign();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("campaignTitle", campaign.title());
        data.put("campaignNumber", campaign.number());
        data.put("kind", texts.of("cleanup.kind", campaign.kind()));
        data.put("unit", units.name(unit));
        data.put("madeOn", texts.day(texts.today()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (CaseLine line : lines(extent, unit)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("place", String.valueOf(rows.size() + 1));
            row.put("title", line.title());
            row.put("documentNumber", orNone(line.documentNumber()));
            row.put("issuedOn", line.issuedOn() == null ? orNone("") : texts.shortDay(line.issuedOn()));
            row.put("proposal", proposal(line).isEmpty() ? texts.of("board.list.notYet") : proposal(line));
            row.put("reason", orNone(line.proposalReason()));
            rows.add(row);
        }
        data.put("total", String.valueOf(rows.size()));
        data.put("measures", rows);
        return data;
    }

    private String orNone(String text) {
        return text.isBlank() ? texts.of("catalogue.none") : text;
    }

    /** The scan of the list with signatures and seal. */
    @PostMapping("/cleanup/{campaign}/units/{listedUnit}/list")
    String handIn(
            @PathVariable String campaign,
            @PathVariable String listedUnit,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, listedUnit, actor);
        if (!lists.mayHandIn(extent.campaign(), listedUnit, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Unit unit = units.find(listedUnit).orElseThrow();
        Brought file = brought.take(request, "list", null, actor, unit);
        Map<String, String> errors = new LinkedHashMap<>(file.errors(Map.of()));
        if (errors.isEmpty()) {
            lists.handIn(campaign, listedUnit, file.fileId(), actor)
                    .ifPresent(refusal -> errors.put("list", refusals.of(refusal)));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(extent, listedUnit, actor, errors, model);
        }
        redirect.addFlashAttribute("done", texts.of("board.list.handedIn"));
        return "redirect:/cleanup/%s/units/%s".formatted(campaign, listedUnit);
    }

    private List<CaseLine> lines(Extent extent, String unit) {
        List<CaseLine> lines = new ArrayList<>();
        cases.each(
                extent,
                new CaseQuery(null, unit, null, null, null, false, false, false, false, false, null),
                lines::add);
        return lines;
    }

    private Row row(CaseLine line) {
        return new Row(
                line.number(),
                line.title(),
                line.documentNumber(),
                texts.of("legacy.stage", line.stage()),
                proposal(line),
                line.proposalReason());
    }

    private String proposal(CaseLine line) {
        return line.proposal() == null ? "" : texts.of("cleanup.outcome", line.proposal());
    }

    private Extent extent(String number, String unit, Actor actor) {
        return campaigns
                .find(number, actor)
                .map(campaign -> extents.of(campaign, actor))
                .filter(extent -> extent.whole() || extent.units().contains(unit))
                .filter(extent -> lists.find(number, unit).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
