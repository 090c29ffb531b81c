package org.fairreview.supervision.complaint;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/**
 * A fact of a complaint; nothing in it tells of the reporter.
 *
 * @param isAutomatic whether nobody is named: what comes over the public page comes from nobody, whoever is logged in there
 */
record ComplaintRecorded(String subject, String act, Map<String, ?> details, boolean isAutomatic)
        implements AuditableEvent {

    static ComplaintRecorded of(String number, String act, Map<String, ?> details) {
        return new ComplaintRecorded(number, act, details, false);
    }
}
