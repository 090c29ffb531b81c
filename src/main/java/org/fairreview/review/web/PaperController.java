package org.fairreview.review.web;

import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseReads;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The papers of a case as pages that print on A4. */
@Controller
class PaperController {

    private final CurrentActor currentActor;
    private final CasePapers papers;
    private final CaseReads reads;

    PaperController(CurrentActor currentActor, CasePapers papers, CaseReads reads) {
        this.currentActor = currentActor;
        this.papers = papers;
        this.reads = reads;
    }

    @GetMapping("/cases/{number}/receipt")
    String receipt(@PathVariable String number, Model model) {
        model.addAttribute("paper", papers.receipt(number, currentActor.get()).orElseThrow(PaperController::notFound));
        reads.printed(number, "receipt");
        return "review/paper-receipt";
    }

    @GetMapping("/cases/{asked}/supplement-notice")
    String notice(@PathVariable String asked, Model model) {
        model.addAttribute("paper", papers.notice(asked, currentActor.get()).orElseThrow(PaperController::notFound));
        reads.printed(asked, "supplement-notice");
        return "review/paper-notice";
    }

    @GetMapping("/cases/{drafted}/approval-sheet")
    String sheet(@PathVariable String drafted, Model model) {
        model.addAttribute("paper", papers.sheet(drafted, currentActor.get()).orElseThrow(PaperController::notFound));
        reads.printed(drafted, "approval-sheet");
        return "review/paper-sheet";
    }

    /** A paper that is not for the person is as if it did not exist. */
    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
