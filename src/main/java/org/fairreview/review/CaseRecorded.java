package org.fairreview.review;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a review case. */
record CaseRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
