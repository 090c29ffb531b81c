package org.fairreview.supervision.monitoring;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a monitoring point, a plan or a visit. */
record MonitoringRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
