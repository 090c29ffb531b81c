package org.fairreview.evaluation.web;

import java.nio.charset.StandardCharsets;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.evaluation.EvaluationReads;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Gives out files of evaluations, on record first; always to be saved, never shown by the browser. */
@Component
class Given {

    private final FileStore store;
    private final EvaluationReads reads;

    Given(FileStore store, EvaluationReads reads) {
        this.store = store;
        this.reads = reads;
    }

    ResponseEntity<Resource> file(String subject, StoredFile file) {
        reads.downloaded(subject, file);
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
}
