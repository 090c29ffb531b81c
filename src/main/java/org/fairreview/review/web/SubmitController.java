package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which a drafting unit submits a measure for review, and on which the regulator's clerk registers one that
 * came on paper (代为登记).
 */
@Controller
class SubmitController {

    private static final List<String> FIELDS = Stream.of(SubmitForm.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    /** The fields that name uploads, and the fields to which a refusal may point. */
    private static final Set<String> FILE_FIELDS =
            Set.of("body", "attachments", "explanation", "hearingFiles", "firstOpinionFile");

    private static final Map<String, String> FIELD_OF_REFUSAL =
            Map.of("issuance", "issuance", "files", "body", "receivedOn", "receivedOn");

    /** The code of errors that bring their own sentence; no text stands under it. */
    private static final String REFUSED = "refused";

    /** A value and its label. */
    record Choice(String value, String label) {}

    /** What keeps the form from being submitted, and at which field; without one where it is about the whole. */
    record Problem(@Nullable String field, String message) {}

    /** An upload that is already there. */
    record Staged(String id, String name, String size) {}

    private final CurrentActor currentActor;
    private final Units units;
    private final FileStore store;
    private final Submissions submissions;
    private final RefusalTexts refusals;
    private final Labels labels;

    SubmitController(
            CurrentActor currentActor,
            Units units,
            FileStore store,
            Submissions submissions,
            RefusalTexts refusals,
            Labels labels) {
        this.currentActor = currentActor;
        this.units = units;
        this.store = store;
        this.submissions = submissions;
        this.refusals = refusals;
        this.labels = labels;
    }

    @GetMapping("/measures/new")
    String blank(Model model) {
        Actor drafter = submitter();
        List<Choice> own = unitsOf(drafter);
        model.addAttribute(
                "form",
                SubmitForm.blank(
                        own.size() == 1 ? own.get(0).value() : "", drafter.holds(Role.DRAFTER) ? drafter.name() : ""));
        return page(model, drafter, Map.of(), List.of());
    }

    @PostMapping("/measures")
    String submit(
            @Valid @ModelAttribute("form") @Nullable SubmitForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor drafter = submitter();
        if (form == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Map<String, List<Staged>> staged = staged(form, drafter, errors);
        form.missing().forEach((field, key) -> errors.rejectValue(field, REFUSED, labels.text(key)));
        if (!errors.hasErrors()) {
            Optional<String> number = submit(form.submission(), drafter, errors);
            if (number.isPresent()) {
                redirect.addFlashAttribute("submitted", number.get());
                return "redirect:/cases/" + number.get();
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(model, drafter, staged, problems(errors));
    }

    private Optional<String> submit(Submission submission, Actor drafter, BindingResult errors) {
        try {
            Optional<Refusal> refusal = submissions.check(submission, drafter);
            if (refusal.isEmpty()) {
                return Optional.of(submissions.submit(submission, drafter));
            }
            reject(refusal.get(), errors);
        } catch (Refusal refusal) {
            reject(refusal, errors);
        }
        return Optional.empty();
    }

    private void reject(Refusal refusal, BindingResult errors) {
        @Nullable String field = refusal.field() == null ? null : FIELD_OF_REFUSAL.get(refusal.field());
        if (field == null) {
            errors.reject(REFUSED, refusals.of(refusal));
        } else {
            errors.rejectValue(field, REFUSED, refusals.of(refusal));
        }
    }

    /** The uploads that the form names; one that is gone, or somebody else's, is an error at its field. */
    private Map<String, List<Staged>> staged(SubmitForm form, Actor drafter, BindingResult errors) {
        Map<String, List<Staged>> staged = new LinkedHashMap<>();
        Map<String, List<String>> named = Map.of(
                "body", form.body(),
                "attachments", form.attachments(),
                "explanation", form.explanation(),
                "hearingFiles", form.hearingFiles(),
                "firstOpinionFile", form.firstOpinionFile());
        for (String field : FILE_FIELDS) {
            List<Staged> present = named.get(field).stream()
                    .flatMap(
                            id -> store
                                    .find(id)
                                    .filter(file -> file.isStagedBy(drafter.userId()))
                                    .map(SubmitController::view)
                                    .stream())
                    .toList();
            staged.put(field, present);
            if (present.size() < named.get(field).size()) {
                errors.rejectValue(field, REFUSED, labels.text("submission.fileUnknown"));
            }
        }
        return staged;
    }

    private static Staged view(StoredFile file) {
        return new Staged(file.id(), file.name(), FileSize.of(file.size()));
    }

    /** The errors in the order of the page. */
    private List<Problem> problems(BindingResult errors) {
        return errors.getAllErrors().stream()
                .map(error -> new Problem(
                        error instanceof FieldError fieldError ? fieldError.getField() : null, labels.text(error)))
                .sorted(Comparator.comparingInt(
                        problem -> problem.field() == null ? -1 : FIELDS.indexOf(problem.field())))
                .toList();
    }

    private String page(Model model, Actor drafter, Map<String, List<Staged>> staged, List<Problem> problems) {
        model.addAttribute("problems", problems);
        model.addAttribute("staged", staged);
        model.addAttribute("ownUnits", unitsOf(drafter));
        model.addAttribute("registering", !drafter.holds(Role.DRAFTER));
        model.addAttribute(
                "kinds",
                List.of(MeasureKind.values()).stream()
                        .map(kind -> new Choice(kind.name(), labels.of("measure.kind", kind)))
                        .toList());
        model.addAttribute(
                "issuances",
                List.of(Issuance.values()).stream()
                        .map(issuance -> new Choice(issuance.name(), labels.of("measure.issuance", issuance)))
                        .toList());
        model.addAttribute(
                "circulations",
                List.of(Circulation.values()).stream()
                        .map(level -> new Choice(level.name(), labels.of("measure.circulation", level)))
                        .toList());
        return "review/submit";
    }

    /** The units for which the person submits: as a drafter the own ones, as a clerk those of the region. */
    private List<Choice> unitsOf(Actor actor) {
        if (actor.holds(Role.DRAFTER)) {
            return actor.unitsAs(Role.DRAFTER).stream()
                    .map(id -> new Choice(id, units.name(id)))
                    .toList();
        }
        return submissions.registersFor(actor).stream()
                .map(unit -> new Choice(unit.id(), unit.name()))
                .toList();
    }

    private Actor submitter() {
        Actor actor = currentActor.get();
        if (!actor.holds(Role.DRAFTER) && !actor.holds(Role.CLERK)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}
