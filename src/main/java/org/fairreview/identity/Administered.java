package org.fairreview.identity;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** An administrator's act on an account or a unit. */
record Administered(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
