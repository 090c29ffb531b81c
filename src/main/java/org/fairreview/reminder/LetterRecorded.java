package org.fairreview.reminder;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a letter. */
record LetterRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
