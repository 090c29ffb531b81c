package org.fairreview.review.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
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

    CaseFilesController(
            CurrentActor currentActor, CaseFile caseFile, CaseInsights insights, Measures measures, FileStore store) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.insights = insights;
        this.measures = measures;
        this.store = store;
    }

    @GetMapping("/cases/{number}/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable String number, @PathVariable String fileId) {
        Actor actor = currentActor.get();
        StoredFile file = caseFile.find(number, actor)
                .filter(review -> mayRead(review, fileId, actor))
                .flatMap(review -> store.find(fileId))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
        boolean submitted = measures.versionsOf(review.measureId()).stream()
                .flatMap(version -> version.manifest().stream())
                .anyMatch(entry -> entry.fileId().equals(fileId));
        boolean issued = insights.of(review, actor).conclusion()
                && Stream.of(review.documentFileId(), review.sealedFileId())
                        .flatMap(Optional::stream)
                        .anyMatch(fileId::equals);
        return submitted || issued;
    }
}
