package org.fairreview.cleanup.intake;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of an import into a clean-up. */
record IntakeRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
