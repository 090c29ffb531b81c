package org.fairreview.supervision.lead;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a lead. What was said in its sources stays out of the record. */
record LeadRecorded(String subject, String act, Map<String, ?> details, boolean isAutomatic)
        implements AuditableEvent {}
