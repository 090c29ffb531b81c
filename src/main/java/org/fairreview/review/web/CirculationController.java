package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.measure.Circulation;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Circulations;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Raises the circulation level of a case from its page. */
@Controller
class CirculationController {

    /** What was typed and why it was refused, with the field that it is about. */
    record Refused(@Nullable String field, String text, @Nullable Circulation level, String reason, String otherwise) {}

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final Circulations circulations;
    private final CaseController page;
    private final RefusalTexts refusals;

    CirculationController(
            CurrentActor currentActor,
            CaseFile caseFile,
            Circulations circulations,
            CaseController page,
            RefusalTexts refusals) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.circulations = circulations;
        this.page = page;
        this.refusals = refusals;
    }

    @PostMapping("/cases/{number}/circulation")
    String raise(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Circulation level,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String hearingOtherwise,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review =
                caseFile.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!circulations.mayRaise(review, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = raise(number, level, plain(reason), plain(hearingOtherwise), actor);
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(
                "circulationRefused",
                new Refused(refusal.get().field(), refusals.of(refusal.get()), level, reason, hearingOtherwise));
        return page.page(number, model);
    }

    /** Where somebody acted on the case at the same moment and was first, it is tried once more. */
    private Optional<Refusal> raise(
            String number, @Nullable Circulation level, String reason, String hearingOtherwise, Actor actor) {
        try {
            return circulations.raise(number, level, reason, hearingOtherwise, actor);
        } catch (ConcurrencyFailureException e) {
            return circulations.raise(number, level, reason, hearingOtherwise, actor);
        }
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
