package org.fairreview.reminder;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** More time for the reply (延期): asked by the addressee with a reason, decided by the regulator. */
@Embeddable
public record Extension(
        LocalDate wishedUntil,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable String decisionNote,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    boolean isOpen() {
        return granted == null;
    }
}
