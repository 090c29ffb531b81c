package org.fairreview.review.web;

import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.web.ComparePages.Question;
import org.fairreview.review.web.ComparePages.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which two versions of a measure stand side by side. */
@Controller
class CompareController {

    private final CurrentActor currentActor;
    private final ComparePages pages;
    private final CaseFile caseFile;
    private final CaseReads reads;

    CompareController(CurrentActor currentActor, ComparePages pages, CaseFile caseFile, CaseReads reads) {
        this.currentActor = currentActor;
        this.pages = pages;
        this.caseFile = caseFile;
        this.reads = reads;
    }

    @GetMapping("/cases/{number}/compare")
    String page(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(required = false) @Nullable Show show,
            Model model) {
        Actor actor = currentActor.get();
        model.addAttribute(
                "page",
                pages.find(number, new Question(from, to, show), actor)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        caseFile.find(number, actor).ifPresent(review -> reads.opened(review, actor, "compare"));
        return "review/compare";
    }
}
