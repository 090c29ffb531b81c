package org.fairreview.procedure;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of a procedure. */
record ProcedureRecorded(String subject, String act, Map<String, ?> details, boolean isAutomatic)
        implements AuditableEvent {}
