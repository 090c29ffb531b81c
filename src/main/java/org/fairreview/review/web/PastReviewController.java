package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fairreview.document.SheetWriter;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.review.ledger.CheckedLine;
import org.fairreview.review.ledger.PastColumn;
import org.fairreview.review.ledger.PastReview;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.review.web.PastReviewImports.Brought;
import org.fairreview.review.web.PastReviewImports.Trial;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** Reviews of earlier years (补录): the page of one, and the pages by which a clerk enters them from a file. */
@Controller
class PastReviewController {

    private static final int SHOWN = 200;

    /** A line that is not taken, as the page shows it. */
    record WrongLine(int row, String title, String unit, String problems) {}

    private final CurrentActor currentActor;
    private final PastReviews reviews;
    private final PastReviewImports imports;
    private final PastWorkbook workbook;
    private final Units units;
    private final Directory directory;
    private final RefusalTexts refusals;
    private final Labels labels;
    private final Moments moments;

    PastReviewController(
            CurrentActor currentActor,
            PastReviews reviews,
            PastReviewImports imports,
            PastWorkbook workbook,
            Units units,
            Directory directory,
            RefusalTexts refusals,
            Labels labels,
            Moments moments) {
        this.currentActor = currentActor;
        this.reviews = reviews;
        this.imports = imports;
        this.workbook = workbook;
        this.units = units;
        this.directory = directory;
        this.refusals = refusals;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/cases/past/{past}")
    String page(@PathVariable long past, Model model) {
        PastReview review = reviews.find(past, currentActor.get()).orElseThrow(PastReviewController::notFound);
        model.addAttribute("title", review.title());
        model.addAttribute("facts", facts(review));
        return "review/past";
    }

    @GetMapping("/cases/import")
    String start(Model model) {
        clerk();
        return "review/import";
    }

    @GetMapping("/cases/import/template")
    ResponseEntity<Resource> template() {
        Actor clerk = clerk();
        return Downloads.of(
                labels.text("past.template.name"), SheetWriter.MEDIA_TYPE, workbook.template(reviews.unitsFor(clerk)));
    }

    @PostMapping("/cases/import")
    String bring(HttpServletRequest request, Model model, HttpServletResponse response) throws IOException {
        Actor clerk = clerk();
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = multipart == null ? null : multipart.getFile("file");
        String name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        if (file == null || name.isEmpty()) {
            return refused(Refusal.at("file", "past.file.missing"), model, response);
        }
        if (file.getSize() > PastWorkbook.MOST_BYTES) {
            return refused(Refusal.at("file", "past.file.tooLarge"), model, response);
        }
        Brought brought = imports.bring(name, file.getBytes(), clerk);
        return brought.refusal() == null
                ? "redirect:/cases/import/" + brought.fileId()
                : refused(brought.refusal(), model, response);
    }

    @GetMapping("/cases/import/{upload}")
    String trial(@PathVariable String upload, Model model) {
        Trial trial = imports.trial(upload, clerk()).orElseThrow(PastReviewController::notFound);
        model.addAttribute("upload", upload);
        model.addAttribute("fileName", trial.file().name());
        model.addAttribute("trial", trial);
        model.addAttribute(
                "wrong", trial.wrong().stream().limit(SHOWN).map(this::wrong).toList());
        return "review/import";
    }

    @GetMapping("/cases/import/{upload}/marked")
    ResponseEntity<Resource> marked(@PathVariable String upload) {
        Actor clerk = clerk();
        Trial trial = imports.trial(upload, clerk).orElseThrow(PastReviewController::notFound);
        return Downloads.of(
                labels.text("past.marked.name"),
                SheetWriter.MEDIA_TYPE,
                workbook.marked(reviews.unitsFor(clerk), trial.lines()));
    }

    @PostMapping("/cases/import/{upload}")
    String enter(@PathVariable String upload, RedirectAttributes redirect) {
        PastReviews.Entered entered = imports.enter(upload, clerk()).orElseThrow(PastReviewController::notFound);
        redirect.addFlashAttribute("entered", entered);
        return "redirect:/cases/import";
    }

    /** What is far beyond the limit is refused before it is read. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge() {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY)
                .body(refusals.of(Refusal.of("past.file.tooLarge")));
    }

    private String refused(Refusal refusal, Model model, HttpServletResponse response) {
        model.addAttribute("refusal", refusals.of(refusal));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "review/import";
    }

    private WrongLine wrong(CheckedLine line) {
        return new WrongLine(
                line.line().row(),
                line.line().value(PastColumn.TITLE),
                line.line().value(PastColumn.UNIT),
                workbook.result(line));
    }

    private List<Fact> facts(PastReview review) {
        return List.of(
                fact(PastColumn.UNIT, units.name(review.unitId())),
                new Fact(labels.text("ledger.region"), units.regionName(review.regionId())),
                fact(PastColumn.KIND, labels.of("measure.kind", review.kind())),
                fact(PastColumn.ISSUANCE, review.issuance().map(way -> labels.of("measure.issuance", way))),
                fact(PastColumn.RECEIVED, moments.day(review.receivedOn())),
                fact(PastColumn.CONCLUDED, moments.day(review.concludedOn())),
                fact(PastColumn.CONCLUSION, labels.of("review.conclusion", review.conclusion())),
                fact(PastColumn.DOCUMENT_NUMBER, review.documentNumber()),
                fact(PastColumn.ISSUED_NUMBER, review.issuedNumber()),
                fact(PastColumn.ISSUED_ON, review.issuedOn().map(moments::day)),
                fact(PastColumn.REMARK, Optional.of(review.remark()).filter(remark -> !remark.isEmpty())),
                new Fact(
                        labels.text("past.enteredBy"),
                        labels.text(
                                "past.enteredBy.value",
                                directory.nameOf(review.importedBy()),
                                moments.minute(review.importedAt()))));
    }

    private Fact fact(PastColumn column, Optional<String> value) {
        return fact(column, value.orElse("—"));
    }

    private Fact fact(PastColumn column, String value) {
        return new Fact(labels.of("past.column", column), value);
    }

    private Actor clerk() {
        Actor actor = currentActor.get();
        if (!reviews.mayEnter(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
