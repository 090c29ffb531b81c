package org.fairreview.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An open task as the portal lists it. */
public record InboxTask(
        String id,
        String name,
        String caseNumber,
        @Nullable String measureTitle,
        @Nullable String assignee,
        Instant createdAt,
        @Nullable Instant dueAt) {

    public boolean isOverdueAt(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }
}
