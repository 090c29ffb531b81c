package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.BulkAction;
import org.fairreview.cleanup.BulkActions;
import org.fairreview.cleanup.BulkActions.Candidate;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.DecisionPaper;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.web.BroughtFile.Brought;
import org.fairreview.cleanup.work.Job;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Units;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Many cases of a clean-up done at once: which wait for the person, which of them may, and why others may not. */
@Controller
class BulkController {

    /**
     * A case that waits.
     *
     * @param objection why it has to be done singly
     */
    record Row(
            String number,
            String title,
            String unit,
            String proposal,
            int hits,
            boolean chosen,
            @Nullable String objection) {}

    /** What was typed, and what is wrong with it. */
    private record Entered(@Nullable List<String> chosen, Map<String, String> typed, Map<String, String> errors) {

        static final Entered NOTHING = new Entered(null, Map.of(), Map.of());

        boolean isChosen(String number) {
            return chosen == null || chosen.contains(number);
        }
    }

    private final CurrentActor currentActor;
    private final Campaigns campaigns;
    private final BulkActions actions;
    private final MeasuresInForce register;
    private final Screenings screenings;
    private final BroughtFile brought;
    private final Units units;
    private final RefusalTexts refusals;
    private final CleanupTexts texts;

    BulkController(
            CurrentActor currentActor,
            Campaigns campaigns,
            BulkActions actions,
            MeasuresInForce register,
            Screenings screenings,
            BroughtFile brought,
            Units units,
            RefusalTexts refusals,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.campaigns = campaigns;
        this.actions = actions;
        this.register = register;
        this.screenings = screenings;
        this.brought = brought;
        this.units = units;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/cleanup/{campaign}/bulk/{action}")
    String page(@PathVariable String campaign, @PathVariable BulkAction action, Model model) {
        Actor actor = currentActor.get();
        return page(concerned(campaign, action, actor), action, actor, Entered.NOTHING, model);
    }

    @PostMapping("/cleanup/{campaign}/bulk/{action}")
    String act(
            @PathVariable String campaign,
            @PathVariable BulkAction action,
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(defaultValue = "") String decisionNumber,
            @RequestParam(defaultValue = "") String decidedOn,
            @RequestParam(defaultValue = "") String stagedId,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Actor actor = currentActor.get();
        Campaign found = concerned(campaign, action, actor);
        List<String> numbers = chosen == null ? List.of() : chosen;
        Map<String, String> errors = new LinkedHashMap<>();
        if (numbers.isEmpty()) {
            errors.put("", texts.of("bulk.nothingChosen"));
        }
        List<Job> asked = new ArrayList<>();
        Map<String, String> typed = new LinkedHashMap<>();
        if (action == BulkAction.REGISTER) {
            Brought file = brought.take(
                    request,
                    "decisionFile",
                    stagedId,
                    actor,
                    units.find(found.regulatorUnitId()).orElseThrow());
            typed.put("decisionNumber", decisionNumber);
            typed.put("decidedOn", decidedOn);
            typed.put("stagedId", file.idOrEmpty());
            errors.putAll(file.errors(Map.of()));
            register(found, actor, numbers, typed, errors, asked);
        } else if (errors.isEmpty()) {
            asked.add(actions.ask(found, action, numbers, actor));
        }
        if (asked.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(found, action, actor, new Entered(numbers, typed, errors), model);
        }
        return "redirect:/cleanup/%s/jobs/%s".formatted(campaign, asked.get(0).id());
    }

    private void register(
            Campaign campaign,
            Actor actor,
            List<String> numbers,
            Map<String, String> typed,
            Map<String, String> errors,
            List<Job> asked) {
        List<Objection> objections = new ArrayList<>();
        Optional<LocalDate> on = Typed.day("decidedOn", typed.get("decidedOn"), objections);
        errors.putAll(texts.of(objections));
        if (errors.isEmpty()) {
            DecisionPaper paper =
                    new DecisionPaper(Typed.text(typed.get("decisionNumber")), on.orElse(null), typed.get("stagedId"));
            actions.register(campaign, paper, numbers, actor, asked::add)
                    .ifPresent(refusal ->
                            errors.put(refusal.field() == null ? "" : refusal.field(), refusals.of(refusal)));
        }
    }

    private String page(Campaign found, BulkAction action, Actor actor, Entered entered, Model model) {
        List<Row> rows = actions.candidates(found, action, actor).stream()
                .map(candidate -> row(candidate, entered))
                .toList();
        model.addAttribute("number", found.number());
        model.addAttribute("campaignTitle", found.title());
        model.addAttribute("action", action.name());
        model.addAttribute("heading", texts.of("bulk", action));
        model.addAttribute("hint", texts.of("bulk." + action.name() + ".hint"));
        model.addAttribute(
                "free", rows.stream().filter(row -> row.objection() == null).toList());
        model.addAttribute(
                "others", rows.stream().filter(row -> row.objection() != null).toList());
        model.addAttribute("withPaper", action == BulkAction.REGISTER);
        model.addAttribute("typed", entered.typed());
        model.addAttribute("errors", entered.errors());
        return "cleanup/bulk";
    }

    private Row row(Candidate candidate, Entered entered) {
        LegacyCase legacy = candidate.legacy();
        return new Row(
                legacy.number(),
                register.find(legacy.measureId()).orElseThrow().title(),
                units.name(legacy.unitId()),
                legacy.proposal().map(what -> texts.of("cleanup.outcome", what)).orElse(""),
                legacy.versionId()
                        .flatMap(screenings::of)
                        .map(VersionScreening::hits)
                        .map(List::size)
                        .orElse(0),
                entered.isChosen(legacy.number()),
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
