package org.fairreview.legaladvice;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact about advice, on the chain of its case, contract or adviser. */
record AdviceRecorded(String subject, String act, Map<String, ?> details, boolean isAutomatic)
        implements AuditableEvent {

    static AdviceRecorded of(String subject, String act, Map<String, ?> details) {
        return new AdviceRecorded(subject, act, details, false);
    }
}
