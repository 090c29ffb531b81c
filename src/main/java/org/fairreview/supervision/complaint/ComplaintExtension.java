package org.fairreview.supervision.complaint;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** More time for a complex complaint (适当延长, Measures 38): asked for, and granted or not by the regulator's head. */
@Embeddable
public record ComplaintExtension(
        LocalDate wishedUntil,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable Boolean granted,
        @Nullable String decisionNote,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    public boolean isOpen() {
        return granted == null;
    }

    ComplaintExtension decided(boolean yes, String note, String by, Instant at) {
        return new ComplaintExtension(wishedUntil, reason, askedBy, askedAt, yes, note, by, at);
    }
}
