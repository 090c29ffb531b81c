package org.fairreview.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was told of a task, in the inbox.
 *
 * @param over whether the task waits for the person no more: it is done, or went to somebody else
 */
public record Notice(
        long id,
        String userId,
        NoticeKind kind,
        String caseNumber,
        String taskId,
        String taskName,
        @Nullable Instant dueAt,
        Instant raisedAt,
        boolean read,
        boolean over) {}
