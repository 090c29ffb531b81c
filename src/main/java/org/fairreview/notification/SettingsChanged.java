package org.fairreview.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fairreview.audit.AuditableEvent;

/** Somebody says to which address notices go, and when. */
record SettingsChanged(String subject, String email, Delivery delivery) implements AuditableEvent {

    @Override
    public String act() {
        return "notice.settingsChanged";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("email", email);
        details.put("delivery", delivery.name());
        return details;
    }

    @Override
    public Set<String> erasable() {
        return Set.of("email");
    }
}
