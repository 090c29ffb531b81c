package org.fairreview.cleanup.web;

import java.util.List;
import org.fairreview.cleanup.BulkAction;
import org.fairreview.cleanup.BulkActions;
import org.fairreview.cleanup.BulkActions.Candidate;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.work.Job;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Units;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many cases of a clean-up done at once: which wait for the person, which of them may, and why others may not. */
@Controller
class BulkController {

    /**
     * A case that waits.
     *
     * @param objection why it has to be done singly
     */
    record Row(String number, String title, String unit, String proposal, int hits, @Nullable String objection) {}

    private final CurrentActor currentActor;
    private final Campaigns campaigns;
    private final BulkActions actions;
    private final MeasuresInForce register;
    private final Screenings screenings;
    private final Units units;
    private final CleanupTexts texts;

    BulkController(
            CurrentActor currentActor,
            Campaigns campaigns,
            BulkActions actions,
            MeasuresInForce register,
            Screenings screenings,
            Units units,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.campaigns = campaigns;
        this.actions = actions;
        this.register = register;
        this.screenings = screenings;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/cleanup/{campaign}/bulk/{action}")
    String page(@PathVariable String campaign, @PathVariable BulkAction action, Model model) {
        Actor actor = currentActor.get();
        Campaign found = concerned(campaign, action, actor);
        List<Row> rows =
                actions.candidates(found, action, actor).stream().map(this::row).toList();
        model.addAttribute("number", found.number());
        model.addAttribute("campaignTitle", found.title());
        model.addAttribute("action", action.name());
        model.addAttribute("heading", texts.of("bulk", action));
        model.addAttribute("hint", texts.of("bulk." + action.name() + ".hint"));
        model.addAttribute(
                "free", rows.stream().filter(row -> row.objection() == null).toList());
        model.addAttribute(
                "others", rows.stream().filter(row -> row.objection() != null).toList());
        model.addAttribute("most", BulkActions.MOST);
        return "cleanup/bulk";
    }

    @PostMapping("/cleanup/{campaign}/bulk/{action}")
    String act(
            @PathVariable String campaign,
            @PathVariable BulkAction action,
            @RequestParam(required = false) @Nullable List<String> chosen,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        Campaign found = concerned(campaign, action, actor);
        if (chosen == null || chosen.isEmpty()) {
            redirect.addFlashAttribute("refused", texts.of("bulk.nothingChosen"));
            return "redirect:/cleanup/%s/bulk/%s".formatted(campaign, action);
        }
        Job job = actions.ask(found, action, chosen, actor);
        return "redirect:/cleanup/%s/jobs/%s".formatted(campaign, job.id());
    }

    private Row row(Candidate candidate) {
        return new Row(
                candidate.legacy().number(),
                register.find(candidate.legacy().measureId()).orElseThrow().title(),
                units.name(candidate.legacy().unitId()),
                candidate
                        .legacy()
                        .proposal()
                        .map(what -> texts.of("cleanup.outcome", what))
                        .orElse(""),
                candidate
                        .legacy()
                        .versionId()
                        .flatMap(screenings::of)
                        .map(VersionScreening::hits)
                        .map(List::size)
                        .orElse(0),
                candidate
                        .objection()
                        .map(refusal -> texts.of(refusal.key(), refusal.arguments()))
                        .orElse(null));
    }

    private Campaign concerned(String number, BulkAction action, Actor actor) {
        Campaign found =
                campaigns.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!actions.open(found, actor).contains(action)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }
}
