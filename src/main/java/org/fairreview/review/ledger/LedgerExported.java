package org.fairreview.review.ledger;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** Somebody took the lines of the ledger out of the system: with which conditions, and how many. */
record LedgerExported(String subject, LedgerQuery query, Trace trace, int lines) implements AuditableEvent {

    @Override
    public String act() {
        return "ledger.exported";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, String> conditions = new LinkedHashMap<>(query.parameters());
        conditions.putAll(trace.parameters());
        return new HashMap<>(Map.of("conditions", conditions, "lines", lines));
    }
}
