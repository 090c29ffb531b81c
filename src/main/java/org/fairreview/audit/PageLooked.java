package org.fairreview.audit;

import java.util.Map;

/**
 * An auditor looks at a page that is about no single case.
 *
 * @param subject the auditor's account
 * @param page which one, as a key of the texts {@code reads.page.…}
 */
public record PageLooked(String subject, String page) implements AuditableEvent {

    @Override
    public String act() {
        return "read.opened";
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("page", page, "conditions", Map.of());
    }
}
