package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Uploader;
import org.fairreview.document.Uploads;
import org.fairreview.document.Uploads.Upload;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.legaladvice.Adoption.Extent;
import org.fairreview.legaladvice.Assessment;
import org.fairreview.legaladvice.GivenOpinion;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.review.CaseAdvice;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** What becomes of an adviser's opinion, and the one that takes its place. */
@Controller
class AdviceController {

    /** What was typed about an opinion, and why it is not taken. */
    record AdoptionRefused(String id, String text, String extent, String reason) {}

    /** What an adviser typed. */
    record SupersedingForm(
            String reason, List<String> opinions, @Nullable String assessment, List<StoredFileView> files) {}

    record StoredFileView(String id, String name) {}

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final CaseAdvice caseAdvice;
    private final LegalAdvices advices;
    private final AdviceViews views;
    private final Uploads uploads;
    private final FileStore store;
    private final CaseController page;
    private final RefusalTexts refusals;
    private final Labels labels;

    AdviceController(
            CurrentActor currentActor,
            CaseFile caseFile,
            CaseAdvice caseAdvice,
            LegalAdvices advices,
            AdviceViews views,
            Uploads uploads,
            FileStore store,
            CaseController page,
            RefusalTexts refusals,
            Labels labels) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.caseAdvice = caseAdvice;
        this.advices = advices;
        this.views = views;
        this.uploads = uploads;
        this.store = store;
        this.page = page;
        this.refusals = refusals;
        this.labels = labels;
    }

    @PostMapping("/cases/{advised}/advice/{advice}/adoption")
    String adopt(
            @PathVariable("advised") String number,
            @PathVariable String advice,
            @RequestParam(defaultValue = "") String adopted,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        LegalAdvice found = find(review, advice);
        if (!caseAdvice.mayAdopt(review, found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Extent extent = Stream.of(Extent.values())
                .filter(value -> value.name().equals(adopted))
                .findFirst()
                .orElse(null);
        Optional<Refusal> refusal =
                again(() -> caseAdvice.adopt(review.number(), advice, extent, plain(reason), actor));
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number + "#advice";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("adoptionRefused", new AdoptionRefused(advice, refusals.of(refusal.get()), adopted, reason));
        return page.page(number, model);
    }

    @GetMapping("/cases/{advised}/advice/{advice}/superseding")
    String superseding(@PathVariable("advised") String number, @PathVariable String advice, Model model) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        LegalAdvice old = supersedable(review, advice, actor);
        return superseding(
                review,
                old,
                new SupersedingForm(
                        "",
                        old.questions().stream()
                                .map(each -> each.opinion() == null ? "" : each.opinion())
                                .toList(),
                        old.assessment().map(Enum::name).orElse(null),
                        List.of()),
                actor,
                model);
    }

    @PostMapping("/cases/{advised}/advice/{advice}/superseding")
    String supersede(
            @PathVariable("advised") String number,
            @PathVariable String advice,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String assessment,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        LegalAdvice old = supersedable(review, advice, actor);
        List<String> opinions =
                values(request, "opinion").stream().map(AdviceController::plain).toList();
        List<StoredFileView> files = new ArrayList<>(values(request, "file").stream()
                .flatMap(id -> store.find(id).stream())
                .filter(file -> file.isStagedBy(actor.userId()))
                .map(AdviceController::view)
                .toList());
        String refused = null;
        for (MultipartFile brought : brought(request)) {
            Upload upload = uploads.takeEither(
                    String.valueOf(brought.getOriginalFilename()),
                    brought.getBytes(),
                    new Uploader(actor.userId(), old.adviserUnitId().orElse(""), review.regionId()));
            if (upload instanceof Upload.Refused not) {
                refused = brought.getOriginalFilename() + "：" + labels.text(not.reason());
            } else {
                files.add(view(((Upload.Taken) upload).file()));
            }
        }
        if (refused == null) {
            GivenOpinion said = new GivenOpinion(
                    opinions,
                    Stream.of(Assessment.values())
                            .filter(value -> value.name().equals(assessment))
                            .findFirst()
                            .orElse(null),
                    files.stream().map(StoredFileView::id).toList());
            Optional<Refusal> refusal =
                    again(() -> caseAdvice.supersede(review.number(), advice, said, plain(reason), actor));
            if (refusal.isEmpty()) {
                return "redirect:/cases/" + number + "#advice";
            }
            refused = refusals.of(refusal.get());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refused", refused);
        return superseding(review, old, new SupersedingForm(reason, opinions, assessment, files), actor, model);
    }

    private String superseding(ReviewCase review, LegalAdvice old, SupersedingForm form, Actor actor, Model model) {
        model.addAttribute("number", review.number());
        model.addAttribute("old", views.of(review, old, actor));
        model.addAttribute("assessments", Assessment.values());
        model.addAttribute("form", form);
        return "review/superseding";
    }

    private LegalAdvice supersedable(ReviewCase review, String id, Actor actor) {
        LegalAdvice old = find(review, id);
        if (!caseAdvice.maySupersede(review, old, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return old;
    }

    /** Where somebody acted at the same moment and was first, it is seen once more what is left to do. */
    private static Optional<Refusal> again(Supplier<Optional<Refusal>> act) {
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return act.get();
        }
    }

    private ReviewCase find(String number, Actor actor) {
        return caseFile.find(number, actor).orElseThrow(AdviceController::notFound);
    }

    private LegalAdvice find(ReviewCase review, String id) {
        return advices.find(id)
                .filter(advice -> advice.caseNumber().equals(review.number()))
                .orElseThrow(AdviceController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static StoredFileView view(StoredFile file) {
        return new StoredFileView(file.id(), file.name());
    }

    /** The values of fields of one name, each whole: a comma does not part them. */
    private static List<String> values(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    private static List<MultipartFile> brought(HttpServletRequest request) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null
                ? List.of()
                : multipart.getFiles("attachment").stream()
                        .filter(file ->
                                !String.valueOf(file.getOriginalFilename()).isEmpty())
                        .toList();
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
