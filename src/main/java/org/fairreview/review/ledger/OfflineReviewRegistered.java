package org.fairreview.review.ledger;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** Somebody registered that a classified measure was reviewed on paper. */
record OfflineReviewRegistered(String subject, String draftingUnit, String paperNumber) implements AuditableEvent {

    @Override
    public String act() {
        return "ledger.offlineRegistered";
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("draftingUnit", draftingUnit, "paperNumber", paperNumber);
    }
}
