package org.fairreview.cleanup.published;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact about published texts of a region. */
record PublishedRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
