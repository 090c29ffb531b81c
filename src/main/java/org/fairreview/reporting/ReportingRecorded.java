package org.fairreview.reporting;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a closed period, of a yearly summary, or of the weights of scores. */
record ReportingRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
