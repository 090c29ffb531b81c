package org.fairreview.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The task that a notice is about. */
record NoticeSubject(String caseNumber, String taskId, String taskName, @Nullable Instant dueAt) {}
