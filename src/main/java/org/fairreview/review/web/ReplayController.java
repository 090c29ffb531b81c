package org.fairreview.review.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.fairreview.audit.RecordCheck;
import org.fairreview.audit.Verdict;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The replay of a case on its diagram; every look at it is on record. */
@Controller
class ReplayController {

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final Replays replays;
    private final CaseReads reads;
    private final RecordCheck record;
    private final Moments moments;
    private final ObjectMapper json;

    ReplayController(
            CurrentActor currentActor,
            CaseFile caseFile,
            Replays replays,
            CaseReads reads,
            RecordCheck record,
            Moments moments,
            ObjectMapper json) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.replays = replays;
        this.reads = reads;
        this.record = record;
        this.moments = moments;
        this.json = json;
    }

    @GetMapping("/cases/{number}/replay")
    String page(@PathVariable String number, Model model) {
        Actor actor = currentActor.get();
        Replay replay = replays.find(number, actor).orElseThrow(ReplayController::notFound);
        opened(number, actor, "replay");
        model.addAttribute("replay", replay);
        model.addAttribute("course", inPage(replay.course()));
        Verdict seal = record.verifyCase(number);
        model.addAttribute("seal", seal);
        model.addAttribute("sealedAt", moments.minute(seal.checkedAt()));
        return "review/replay";
    }

    /** A model on which the case ran; it says nothing of the case. */
    @GetMapping(path = "/cases/{number}/replay/models/{model}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String model(@PathVariable String number, @PathVariable("model") String id) {
        return replays.model(number, id, currentActor.get()).orElseThrow(ReplayController::notFound);
    }

    /** A form as it was submitted. */
    @GetMapping("/cases/{answered}/replay/answers/{answer}")
    @ResponseBody
    SubmittedForm answer(@PathVariable("answered") String number, @PathVariable int answer) {
        Actor actor = currentActor.get();
        SubmittedForm form = replays.form(number, answer, actor).orElseThrow(ReplayController::notFound);
        opened(number, actor, "answer");
        return form;
    }

    private void opened(String number, Actor actor, String page) {
        caseFile.find(number, actor).ifPresent(review -> reads.opened(review, actor, page));
    }

    /** The course as JSON that can stand within a page. */
    private String inPage(Replay.Course course) {
        try {
            return json.writeValueAsString(course).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The course of a case cannot be written", e);
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
