package org.fairreview.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a draft came back to its drafter, and what was changed.
 *
 * @param said what was changed; empty until then
 * @param material whether that touches what fair-competition review has looked at
 */
@Embeddable
public record DraftChange(
        @Column(name = "change_round") int round,
        @Enumerated(EnumType.STRING) ChangeCause cause,
        @Column(length = 4000) String causeReason,
        @Column(length = 20000) String said,
        boolean material,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    static DraftChange wanted(int round, ChangeCause cause, String reason) {
        return new DraftChange(round, cause, reason, "", true, null, null);
    }

    DraftChange made(String what, boolean isMaterial, String by, Instant now) {
        return new DraftChange(round, cause, causeReason, what, isMaterial, by, now);
    }
}
