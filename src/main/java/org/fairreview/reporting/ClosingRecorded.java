package org.fairreview.reporting;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a closed period. */
record ClosingRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
