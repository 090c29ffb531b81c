package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.document.Uploads.Upload;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.InstructionDraft;
import org.fairreview.review.Instructions;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** Writes a leader's instruction (批示) on a case, and takes its answer. */
@Controller
class InstructionController {

    /**
     * What was typed and why it was refused, with the field that it is about.
     *
     * @param id the instruction that was to be answered; absent where one was to be written
     * @param scanId a scan that was taken already
     */
    record Refused(
            @Nullable Long id,
            @Nullable String field,
            String message,
            String text,
            String responsible,
            String dueOn,
            @Nullable String scanId,
            @Nullable String scanName) {}

    /** What is done to an open instruction. */
    enum Change {
        PASS,
        WITHDRAW
    }

    /** What was typed to change an instruction, and why it was refused. */
    record ChangeRefused(long id, @Nullable String field, String message, String to, String reason) {}

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final Instructions instructions;
    private final Uploads uploads;
    private final FileStore store;
    private final CaseController page;
    private final RefusalTexts refusals;
    private final Labels labels;

    InstructionController(
            CurrentActor currentActor,
            CaseFile caseFile,
            Instructions instructions,
            Uploads uploads,
            FileStore store,
            CaseController page,
            RefusalTexts refusals,
            Labels labels) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.instructions = instructions;
        this.uploads = uploads;
        this.store = store;
        this.page = page;
        this.refusals = refusals;
        this.labels = labels;
    }

    @PostMapping("/cases/{number}/instructions")
    String instruct(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String responsible,
            @RequestParam(defaultValue = "") String dueOn,
            @RequestParam(defaultValue = "") String scanId,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        if (!instructions.mayInstruct(review, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<StoredFile> scan = store.find(scanId).filter(file -> file.isStagedBy(actor.userId()));
        MultipartFile brought = scan(request);
        if (brought != null) {
            Upload upload = uploads.takeScan(
                    String.valueOf(brought.getOriginalFilename()),
                    brought.getBytes(),
                    new Uploader(actor.userId(), review.regulatorUnitId(), review.regionId()));
            if (upload instanceof Upload.Refused refused) {
                Refused shown =
                        new Refused(null, "scan", labels.text(refused.reason()), text, responsible, dueOn, null, null);
                return again(number, shown, model, response);
            }
            scan = Optional.of(((Upload.Taken) upload).file());
        }
        if (scan.isEmpty() && !scanId.isBlank()) {
            String gone = refusals.of(Refusal.at("scan", "submission.fileUnknown"));
            Refused shown = new Refused(null, "scan", gone, text, responsible, dueOn, null, null);
            return again(number, shown, model, response);
        }
        InstructionDraft draft =
                new InstructionDraft(plain(text), scan.map(StoredFile::id).orElse(null), responsible, day(dueOn));
        Optional<Refusal> refusal = instructions.instruct(review, draft, actor);
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number;
        }
        Refused shown = new Refused(
                null,
                refusal.get().field(),
                refusals.of(refusal.get()),
                text,
                responsible,
                dueOn,
                scan.map(StoredFile::id).orElse(null),
                scan.map(StoredFile::name).orElse(null));
        return again(number, shown, model, response);
    }

    @PostMapping("/cases/{number}/instructions/{instruction}/answer")
    String answer(
            @PathVariable String number,
            @PathVariable long instruction,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        if (instructions.of(review.number()).stream()
                .noneMatch(each -> Long.valueOf(instruction).equals(each.id())
                        && each.responsibleId().equals(actor.userId()))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = answered(number, instruction, plain(answer), actor);
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number;
        }
        Refused shown =
                new Refused(instruction, refusal.get().field(), refusals.of(refusal.get()), answer, "", "", null, null);
        return again(number, shown, model, response);
    }

    /** An open instruction goes to somebody else, or is taken back. */
    @PostMapping("/cases/{number}/instructions/{instruction}/change")
    String change(
            @PathVariable String number,
            @PathVariable long instruction,
            @RequestParam(required = false) @Nullable Change change,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        if (!instructions.mayChange(review, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (change == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Optional<Refusal> refusal = changed(review, instruction, change, to, plain(reason), actor);
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number;
        }
        model.addAttribute(
                "changeRefused",
                new ChangeRefused(instruction, refusal.get().field(), refusals.of(refusal.get()), to, reason));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page.page(number, model);
    }

    /** The answer that comes in the same moment decides. */
    private Optional<Refusal> changed(
            ReviewCase review, long instruction, Change change, String to, String reason, Actor actor) {
        Supplier<Optional<Refusal>> act = () -> change == Change.PASS
                ? instructions.passOn(review, instruction, to, reason, actor)
                : instructions.withdraw(review, instruction, reason, actor);
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return act.get();
        }
    }

    /** A second click meets the answer of the first. */
    private Optional<Refusal> answered(String number, long instruction, String answer, Actor actor) {
        try {
            return instructions.answer(number, instruction, answer, actor);
        } catch (ConcurrencyFailureException e) {
            return instructions.answer(number, instruction, answer, actor);
        }
    }

    private String again(String number, Refused refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("instructionRefused", refused);
        return page.page(number, model);
    }

    private ReviewCase find(String number, Actor actor) {
        return caseFile.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable MultipartFile scan(HttpServletRequest request) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = multipart == null ? null : multipart.getFile("scan");
        boolean chosen =
                file != null && !String.valueOf(file.getOriginalFilename()).isEmpty();
        return chosen ? file : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
