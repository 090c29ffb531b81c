package org.fairreview.cleanup.web;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.CurrentActor;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The files of a case of a clean-up, always to be saved, and how far the screening of its text is. */
@Controller
class LegacyTextController {

    /** Where the screening stands, for a form that waits. */
    record Standing(boolean over, String said) {}

    private final CurrentActor currentActor;
    private final LegacyCases cases;
    private final LegacyHitViews hits;
    private final Measures measures;
    private final FileStore store;
    private final CleanupReads reads;

    LegacyTextController(
            CurrentActor currentActor,
            LegacyCases cases,
            LegacyHitViews hits,
            Measures measures,
            FileStore store,
            CleanupReads reads) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.hits = hits;
        this.measures = measures;
        this.store = store;
        this.reads = reads;
    }

    @GetMapping("/cleanup/cases/{number}/screening")
    @ResponseBody
    Standing standing(@PathVariable String number) {
        return hits.screening(find(number))
                .map(screening -> new Standing(screening.state().isOver(), hits.said(screening)))
                .orElseThrow(LegacyTextController::notFound);
    }

    @GetMapping("/cleanup/cases/{number}/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable String number, @PathVariable String fileId) {
        LegacyCase legacy = find(number);
        StoredFile file = filesOf(legacy)
                .filter(fileId::equals)
                .findFirst()
                .flatMap(store::find)
                .orElseThrow(LegacyTextController::notFound);
        reads.downloaded(number, file);
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
                .body(new InputStreamResource(store.open(file.sha256())));
    }

    private Stream<String> filesOf(LegacyCase legacy) {
        return Stream.of(
                        legacy.versionId().map(measures::version).stream()
                                .flatMap(version -> version.manifest().stream().map(ManifestEntry::fileId)),
                        legacy.decisionFileId().stream(),
                        legacy.announcementFileId().stream())
                .flatMap(each -> each);
    }

    private LegacyCase find(String number) {
        return cases.find(number, currentActor.get()).orElseThrow(LegacyTextController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
