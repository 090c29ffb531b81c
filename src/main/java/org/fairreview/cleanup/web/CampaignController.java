package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignDraft;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.ResponsibilityRule;
import org.fairreview.cleanup.web.BroughtFile.Brought;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Clean-ups: the list of them, and how one is arranged and begun. */
@Controller
class CampaignController {

    record Row(String number, String title, String kind, String state, Campaign.State stateName, String deadline) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final Campaigns campaigns;
    private final CleanupPeople people;
    private final BroughtFile brought;
    private final FileStore files;
    private final Standards standards;
    private final RefusalTexts refusals;
    private final CleanupTexts texts;

    CampaignController(
            CurrentActor currentActor,
            SeparateRecord separate,
            Campaigns campaigns,
            CleanupPeople people,
            BroughtFile brought,
            FileStore files,
            Standards standards,
            RefusalTexts refusals,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.campaigns = campaigns;
        this.people = people;
        this.brought = brought;
        this.files = files;
        this.standards = standards;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/cleanup")
    String list(Model model) {
        Actor actor = currentActor.get();
        if (people.sightOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "cleanup"));
        }
        model.addAttribute(
                "campaigns", campaigns.of(actor).stream().map(this::row).toList());
        model.addAttribute("mayArrange", people.arrangedBy(actor).isPresent());
        return "cleanup/campaigns";
    }

    private Row row(Campaign campaign) {
        return new Row(
                campaign.number(),
                campaign.title(),
                texts.of("cleanup.kind", campaign.kind()),
                texts.of("cleanup.state", campaign.state()),
                campaign.state(),
                campaign.isRoutine() ? "" : texts.day(campaign.deadline()));
    }

    @GetMapping("/cleanup/new")
    String blank(Model model) {
        arranging(currentActor.get());
        return form(null, CampaignForm.empty(texts.today(), standards.regime()), Map.of(), model);
    }

    @PostMapping("/cleanup")
    String make(
            @ModelAttribute("form") CampaignForm form,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = currentActor.get();
        Unit regulator = arranging(actor);
        List<Objection> objections = new ArrayList<>();
        List<String> made = new ArrayList<>();
        Brought notice = brought.take(request, "notice", form.stagedId(), actor, regulator);
        CampaignDraft draft = form.draft(notice.fileId(), objections);
        if (draft != null && notice.refused().isEmpty()) {
            objections.addAll(campaigns.make(draft, actor, made));
        }
        if (objections.isEmpty() && notice.refused().isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("campaign.made", made.get(0)));
            return "redirect:/cleanup/" + made.get(0);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(null, form.with(notice.idOrEmpty()), notice.errors(texts.of(objections)), model);
    }

    @GetMapping("/cleanup/{campaign}/edit")
    String edit(@PathVariable String campaign, Model model) {
        Campaign found = arranged(campaign);
        return form(found, CampaignForm.of(found, campaigns.unitsOf(campaign)), Map.of(), model);
    }

    @PostMapping("/cleanup/{campaign}")
    String change(
            @PathVariable String campaign,
            @ModelAttribute("form") CampaignForm form,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = currentActor.get();
        Campaign found = arranged(campaign);
        Unit regulator = arranging(actor);
        List<Objection> objections = new ArrayList<>();
        Brought notice = brought.take(request, "notice", form.stagedId(), actor, regulator);
        CampaignDraft draft = form.draft(notice.fileId(), objections);
        if (draft != null && notice.refused().isEmpty()) {
            objections.addAll(campaigns.change(campaign, draft, actor));
        }
        if (objections.isEmpty() && notice.refused().isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("campaign.changed"));
            return "redirect:/cleanup/" + campaign;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(found, form.with(notice.idOrEmpty()), notice.errors(texts.of(objections)), model);
    }

    @PostMapping("/cleanup/{campaign}/start")
    String start(@PathVariable String campaign, RedirectAttributes redirect) {
        arranged(campaign);
        Optional<Refusal> refusal = campaigns.start(campaign, currentActor.get());
        refusal.ifPresentOrElse(
                each -> redirect.addFlashAttribute("refused", refusals.of(each)),
                () -> redirect.addFlashAttribute("done", texts.of("campaign.started")));
        return "redirect:/cleanup/" + campaign;
    }

    private String form(@Nullable Campaign campaign, CampaignForm form, Map<String, String> errors, Model model) {
        Unit regulator = arranging(currentActor.get());
        model.addAttribute("campaign", campaign == null ? null : row(campaign));
        model.addAttribute("started", campaign != null && !campaign.isPreparing());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "kinds",
                Stream.of(CampaignKind.values())
                        .map(each -> new Choice(each.name(), texts.of("cleanup.kind", each)))
                        .toList());
        model.addAttribute(
                "responsibilities",
                Stream.of(ResponsibilityRule.values())
                        .map(each -> new Choice(each.name(), texts.of("cleanup.responsibility", each)))
                        .toList());
        model.addAttribute(
                "regimes",
                standards.all().stream()
                        .map(each -> new Choice(each.id(), each.name()))
                        .toList());
        model.addAttribute(
                "units",
                people.unitsWithMeasures(regulator.regionId()).stream()
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        model.addAttribute(
                "stagedName",
                Optional.ofNullable(form.stagedId())
                        .filter(id -> !id.isBlank())
                        .flatMap(files::find)
                        .map(StoredFile::name)
                        .orElse(null));
        return "cleanup/campaign-form";
    }

    private Unit arranging(Actor actor) {
        return people.arrangedBy(actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Campaign arranged(String number) {
        Actor actor = currentActor.get();
        Campaign found =
                campaigns.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!people.mayArrange(found, actor) || found.isRoutine()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }
}
