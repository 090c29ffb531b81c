package org.fairreview.supervision.spotcheck;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a spot check, or of the inspection of one of its measures. */
record SpotCheckRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
