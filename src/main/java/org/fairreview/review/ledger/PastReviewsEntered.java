package org.fairreview.review.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** Reviews of earlier years were entered from a file. */
record PastReviewsEntered(String subject, String fileName, String sha256, int added, int known, int wrong)
        implements AuditableEvent {

    @Override
    public String act() {
        return "ledger.pastEntered";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", fileName);
        details.put("sha256", sha256);
        details.put("added", added);
        details.put("known", known);
        details.put("wrong", wrong);
        return details;
    }
}
