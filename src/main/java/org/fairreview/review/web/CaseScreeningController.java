package org.fairreview.review.web;

import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseScreenings;
import org.fairreview.review.ReviewCase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** How far the screening of a case's version is, and a new one where a reviewer asks for it. */
@Controller
class CaseScreeningController {

    /** Where the screening stands, for a page that waits. */
    record Standing(boolean over, String said) {}

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final ScreeningViews views;
    private final CaseScreenings screenings;

    CaseScreeningController(
            CurrentActor currentActor, CaseFile caseFile, ScreeningViews views, CaseScreenings screenings) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.views = views;
        this.screenings = screenings;
    }

    @GetMapping("/cases/{number}/screening")
    @ResponseBody
    Standing standing(@PathVariable String number) {
        Actor actor = currentActor.get();
        return views.of(find(number, actor), actor)
                .map(view -> new Standing(view.isOver(), view.said()))
                .orElseThrow(CaseScreeningController::notFound);
    }

    @PostMapping("/cases/{number}/screening")
    String again(@PathVariable String number) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        if (!views.mayAsk(review, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        screenings.again(review);
        return "redirect:/cases/" + number + "#hits";
    }

    private ReviewCase find(String number, Actor actor) {
        return caseFile.find(number, actor).orElseThrow(CaseScreeningController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
