package org.fairreview.cleanup;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a clean-up, of one of its cases, or of the register of measures in force. */
record CleanupRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
