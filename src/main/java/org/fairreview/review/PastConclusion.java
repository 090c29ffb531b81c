package org.fairreview.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion on an earlier version of the measure: it belongs to that version alone (Measures 27).
 *
 * @param voided whether a material change took its force, instead of the order to change
 * @param reason why the measure was submitted again
 */
@Embeddable
public record PastConclusion(
        @Column(name = "review_round") int round,
        String versionId,
        @Enumerated(EnumType.STRING) Conclusion conclusion,
        @Nullable String documentNumber,
        @Nullable String documentFileId,
        @Nullable String documentSha256,
        @Nullable String sealedFileId,
        Instant signedOffAt,
        @Nullable LocalDate deliveredOn,
        boolean voided,
        String reason) {

    PastConclusion destroyed() {
        return new PastConclusion(
                round, versionId, conclusion, documentNumber, null, null, null, signedOffAt, deliveredOn, voided, "");
    }
}
