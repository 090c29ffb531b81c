package org.fairreview.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a fair-competition review said of one draft.
 *
 * @param versionId the version that was reviewed; it counts for one draft, not for one that was changed since
 * @param reason why no review is required, where the case is outside its scope
 * @param concludedOn the day on which the conclusion was signed, or the case ended without one
 */
@Embeddable
public record FairReview(
        @Column(name = "fair_round") int round,
        String reviewCase,
        String versionId,
        @Enumerated(EnumType.STRING) FairOutcome outcome,
        @Column(length = 4000) String reason,
        LocalDate concludedOn,
        Instant settledAt) {

    /** Whether the review said it of this very version. */
    boolean isOf(@Nullable String otherCase, String otherVersion) {
        return reviewCase.equals(otherCase) && versionId.equals(otherVersion);
    }
}
