package org.fairreview.review.web;

import java.util.Set;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.CaseProgress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The page of a case, and where it stands on its diagram. */
@Controller
class CaseController {

    /** The model as XML, and the elements passed and current. */
    record Diagram(String xml, Set<String> passed, Set<String> current) {}

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final CasePages pages;
    private final CaseProgress progress;

    CaseController(CurrentActor currentActor, CaseFile caseFile, CasePages pages, CaseProgress progress) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.pages = pages;
        this.progress = progress;
    }

    @GetMapping("/cases/{number}")
    String page(@PathVariable String number, Model model) {
        model.addAttribute("page", pages.find(number, currentActor.get()).orElseThrow(CaseController::notFound));
        return "review/case";
    }

    @GetMapping("/cases/{number}/diagram")
    @ResponseBody
    Diagram diagram(@PathVariable String number) {
        caseFile.find(number, currentActor.get()).orElseThrow(CaseController::notFound);
        CaseProgress.Progress stands = progress.of(ReviewProcess.CONTRACT, number);
        return new Diagram(
                progress.model(ReviewProcess.CONTRACT, number).orElseThrow(CaseController::notFound),
                stands.passed(),
                stands.current());
    }

    /** A case that the person may not see is as if it did not exist. */
    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
