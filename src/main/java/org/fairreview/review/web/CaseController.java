package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.OpinionRecalls;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewProcess;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.CaseProgress;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.fairreview.workflow.SubjectPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The page of a case, and where it stands on its diagram. */
@Controller
class CaseController {

    private static final int LONGEST_REASON = 4_000;

    /** The model as XML, and the elements passed and current. */
    record Diagram(String xml, Set<String> passed, Set<String> current) {}

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final CasePages pages;
    private final Tombstones tombstones;
    private final CasePapers papers;
    private final CirculationView.Maker circulations;
    private final CaseReads reads;
    private final ReadingViews readings;
    private final InstructionViews instructions;
    private final ScreeningViews screenings;
    private final CanvassViews canvasses;
    private final CaseInsights insights;
    private final CaseProgress progress;
    private final Replays replays;
    private final Submissions submissions;
    private final OpinionRecalls recalls;
    private final RefusalTexts refusals;
    private final ObjectProvider<SubjectPages> subjectPages;

    CaseController(
            CurrentActor currentActor,
            CaseFile caseFile,
            CasePages pages,
            Tombstones tombstones,
            CasePapers papers,
            CirculationView.Maker circulations,
            CaseReads reads,
            ReadingViews readings,
            InstructionViews instructions,
            ScreeningViews screenings,
            CanvassViews canvasses,
            CaseInsights insights,
            CaseProgress progress,
            Replays replays,
            Submissions submissions,
            OpinionRecalls recalls,
            RefusalTexts refusals,
            ObjectProvider<SubjectPages> subjectPages) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.pages = pages;
        this.tombstones = tombstones;
        this.papers = papers;
        this.circulations = circulations;
        this.reads = reads;
        this.readings = readings;
        this.instructions = instructions;
        this.screenings = screenings;
        this.canvasses = canvasses;
        this.insights = insights;
        this.progress = progress;
        this.replays = replays;
        this.submissions = submissions;
        this.recalls = recalls;
        this.refusals = refusals;
        this.subjectPages = subjectPages;
    }

    @GetMapping("/cases/{number}")
    String page(@PathVariable String number, Model model) {
        Actor actor = currentActor.get();
        Optional<Tombstones.Tombstone> destroyed = tombstones.find(number, actor);
        if (destroyed.isPresent()) {
            model.addAttribute("tombstone", destroyed.get());
            return "review/case-destroyed";
        }
        Optional<CasePage> page = pages.find(number, actor);
        if (page.isEmpty()) {
            return "redirect:" + elsewhere(number, actor);
        }
        model.addAttribute("page", page.get());
        model.addAttribute("papers", papers.of(number, actor));
        caseFile.find(number, actor).ifPresent(review -> {
            reads.opened(review, actor, "case");
            model.addAttribute("mayReplay", replays.mayReplay(review, actor));
            model.addAttribute("circulation", circulations.of(review, actor));
            model.addAttribute("reads", readings.of(review, actor));
            model.addAttribute("instructions", instructions.of(review, actor));
            model.addAttribute("canvasses", canvasses.of(review, actor, insights.of(review, actor)));
            screenings.of(review, actor).ifPresent(view -> model.addAttribute("screening", view));
        });
        return "review/case";
    }

    /** The page of a number that is none of a review: another feature's, whose notices and lists lead here as well. */
    private String elsewhere(String number, Actor actor) {
        return subjectPages.stream()
                .flatMap(feature -> feature.pageOf(number, actor).stream())
                .findFirst()
                .orElseThrow(CaseController::notFound);
    }

    /** Withdraws the measure for its drafting unit. */
    @PostMapping("/cases/{number}/withdrawal")
    String withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = caseFile.find(number, actor).orElseThrow(CaseController::notFound);
        if (!submissions.actsForDrafter(review, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = reason.length() > LONGEST_REASON
                ? Optional.of(Refusal.at("reason", "revision.reasonTooLong"))
                : withdraw(review.number(), reason.strip(), actor);
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("withdrawalRefused", refusals.of(refusal.get()));
        model.addAttribute("withdrawalReason", reason);
        return page(number, model);
    }

    /** Takes back an opinion that was asked for and not given. */
    @PostMapping("/cases/{consulted}/opinions/{opinion}/recall")
    String recall(
            @PathVariable("consulted") String number,
            @PathVariable String opinion,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = caseFile.find(number, actor).orElseThrow(CaseController::notFound);
        if (!recalls.mayRecall(review, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = recall(review.number(), opinion, reason, actor);
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number + "#advice";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("recallRefused", refusals.of(refusal.get()));
        model.addAttribute("recallOpinion", opinion);
        model.addAttribute("recallReason", reason);
        return page(number, model);
    }

    /** Where the opinion was given at the same moment, that is seen once more. */
    private Optional<Refusal> recall(String number, String opinion, String reason, Actor actor) {
        try {
            return recalls.recall(number, opinion, reason, actor);
        } catch (ConcurrencyFailureException e) {
            return recalls.recall(number, opinion, reason, actor);
        }
    }

    /** Where somebody acted on the case at the same moment and was first, it is seen once more what that left to withdraw. */
    private Optional<Refusal> withdraw(String number, String reason, Actor actor) {
        try {
            return submissions.withdraw(number, reason, actor);
        } catch (ConcurrencyFailureException e) {
            return submissions.withdraw(number, reason, actor);
        }
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
