package org.fairreview.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report that was not accepted: it stays on record with the reason, and a new one follows. */
@Embeddable
public record ReturnedReport(
        @Column(length = 20000) String summary,
        String reportFileId,
        String givenBy,
        Instant givenAt,
        @Nullable Instant reportDueAt,
        String returnedBy,
        Instant returnedAt,
        @Column(name = "return_reason", length = 4000) String reason) {

    /** Whether it came after its limit. */
    public boolean isLate() {
        return Evaluation.isLate(givenAt, reportDueAt);
    }
}
