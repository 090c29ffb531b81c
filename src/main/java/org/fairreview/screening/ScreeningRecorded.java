package org.fairreview.screening;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A fact of the screening: of its rules, or of what was decided about a case's hits. */
record ScreeningRecorded(String subject, String act, Map<String, ?> details) implements AuditableEvent {

    /** The subject of entries about the rules; no case, account or unit can have this id. */
    static final String RULES = "screening-rules";
}
