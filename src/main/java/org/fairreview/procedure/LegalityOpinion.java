package org.fairreview.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the legal side said of one draft, or asked to be supplied.
 *
 * @param supplied what the drafting unit supplied; empty until then, and where nothing was asked for
 */
@Embeddable
public record LegalityOpinion(
        @Column(name = "legality_round") int round,
        @Enumerated(EnumType.STRING) Legality legality,
        @Column(length = 20000) String said,
        LocalDate givenOn,
        @Nullable String fileId,
        String givenBy,
        Instant givenAt,
        @Column(length = 20000) String supplied,
        @Nullable String suppliedFileId) {

    LegalityOpinion supplied(String text, @Nullable String file) {
        return new LegalityOpinion(round, legality, said, givenOn, fileId, givenBy, givenAt, text, file);
    }
}
