package org.fairreview.review.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.ExceptionTerm;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.Instructions;
import org.fairreview.review.Issue;
import org.fairreview.review.ReviewCase;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives out the files of a case to those who may read them; always to be saved, never shown by the browser. */
@Controller
class CaseFilesController {

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final CaseInsights insights;
    private final Measures measures;
    private final FileStore store;
    private final Evaluations evaluations;
    private final LegalAdvices advices;
    private final ExceptionTerms terms;
    private final CaseReads reads;
    private final Instructions instructions;

    CaseFilesController(
            CurrentActor currentActor,
            CaseFile caseFile,
            CaseInsights insights,
            Measures measures,
            FileStore store,
            Evaluations evaluations,
            LegalAdvices advices,
            ExceptionTerms terms,
            CaseReads reads,
            Instructions instructions) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.insights = insights;
        this.measures = measures;
        this.store = store;
        this.evaluations = evaluations;
        this.advices = advices;
        this.terms = terms;
        this.reads = reads;
        this.instructions = instructions;
    }

    @GetMapping("/cases/{number}/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable String number, @PathVariable String fileId) {
        Actor actor = currentActor.get();
        StoredFile file = caseFile.find(number, actor)
                .filter(review -> mayRead(review, fileId, actor))
                .flatMap(review -> store.find(fileId))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.downloaded(number, file.name(), file.sha256());
        InputStream bytes = store.open(file.sha256());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(bytes));
    }

    private boolean mayRead(ReviewCase review, String fileId, Actor actor) {
        CaseInsight insight = insights.of(review, actor);
        return isSubmitted(review, fileId)
                || (insight.conclusion() && isIn(fileId, review.documentFileId(), review.sealedFileId()))
                || (insight.course() && isOfCourse(review, fileId))
                || isReport(review, fileId, insight)
                || isOfAdvice(review, fileId, insight)
                || (insight.isInside() && isOfInstruction(review, fileId));
    }

    private boolean isSubmitted(ReviewCase review, String fileId) {
        return measures.versionsOf(review.measureId()).stream()
                .flatMap(version -> version.manifest().stream())
                .anyMatch(entry -> entry.fileId().equals(fileId));
    }

    /** The documents of earlier versions, which have been delivered, the issued text and the notice to stop. */
    private boolean isOfCourse(ReviewCase review, String fileId) {
        return isIn(
                        fileId,
                        review.issue().map(Issue::fileId),
                        terms.find(review.number()).flatMap(ExceptionTerm::noticeFileId))
                || review.pastConclusions().stream()
                        .anyMatch(past -> fileId.equals(past.documentFileId()) || fileId.equals(past.sealedFileId()));
    }

    private boolean isReport(ReviewCase review, String fileId, CaseInsight insight) {
        return insight.isInside()
                && evaluations.of(review.number()).stream()
                        .anyMatch(evaluation -> isIn(fileId, evaluation.reportFileId())
                                || evaluation.returned().stream()
                                        .anyMatch(report -> fileId.equals(report.reportFileId())));
    }

    private boolean isOfAdvice(ReviewCase review, String fileId, CaseInsight insight) {
        return advices.of(review.number()).stream()
                .filter(advice -> advice.files().contains(fileId))
                .anyMatch(advice -> insight.adviceBy(advice.adviserId().orElse("")));
    }

    private boolean isOfInstruction(ReviewCase review, String fileId) {
        return instructions.of(review.number()).stream().anyMatch(each -> isIn(fileId, each.scanFileId()));
    }

    @SafeVarargs
    private static boolean isIn(String fileId, Optional<String>... files) {
        return Stream.of(files).flatMap(Optional::stream).anyMatch(fileId::equals);
    }
}
