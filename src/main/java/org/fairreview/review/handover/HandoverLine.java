package org.fairreview.review.handover;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task of a handover list: it went to the successor, or stayed because the successor holds no post for it. */
@Embeddable
public record HandoverLine(
        String caseNumber, @Nullable String title, String taskName, @Nullable Instant dueAt, boolean moved) {}
