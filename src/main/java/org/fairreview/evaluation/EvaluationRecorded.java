package org.fairreview.evaluation;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of the register of institutions, of a plan, or of a commission. */
record EvaluationRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {}
