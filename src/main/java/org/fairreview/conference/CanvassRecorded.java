package org.fairreview.conference;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact about asking members, on the record of the case. */
record CanvassRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
