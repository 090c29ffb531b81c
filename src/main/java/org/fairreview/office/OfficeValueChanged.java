package org.fairreview.office;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;
import org.jspecify.annotations.Nullable;

/** Somebody has set a value of the office. */
record OfficeValueChanged(Setting before, Setting after, String reason) implements AuditableEvent {

    /** What a value is in a region from a day on; null where nothing was set. */
    record Setting(String name, String regionId, String from, @Nullable String value) {}

    @Override
    public String subject() {
        return OfficeValues.SUBJECT;
    }

    @Override
    public String act() {
        return OfficeValues.ACT;
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("value", after.name());
        details.put("region", after.regionId());
        details.put("from", after.from());
        details.put("before", before.value());
        details.put("after", after.value());
        details.put("reason", reason);
        return details;
    }
}
