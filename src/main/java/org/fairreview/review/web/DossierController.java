package org.fairreview.review.web;

import org.fairreview.document.PdfBook;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseReads;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives the papers of a case in one PDF (案卷). */
@Controller
class DossierController {

    private final CurrentActor currentActor;
    private final CaseDossiers dossiers;
    private final CaseReads reads;
    private final Labels labels;

    DossierController(CurrentActor currentActor, CaseDossiers dossiers, CaseReads reads, Labels labels) {
        this.currentActor = currentActor;
        this.dossiers = dossiers;
        this.reads = reads;
        this.labels = labels;
    }

    @GetMapping("/cases/{number}/dossier")
    ResponseEntity<Resource> dossier(@PathVariable String number) {
        PdfBook book = dossiers.find(number, currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] bound = dossiers.bind(book)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, labels.text("dossier.noFont")));
        reads.printed(number, "dossier");
        return Downloads.of(labels.text("dossier.file", number), "application/pdf", bound);
    }
}
