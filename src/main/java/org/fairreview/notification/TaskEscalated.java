package org.fairreview.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A task was not done within its limit: the product told the superior and the liaison by itself. */
record TaskEscalated(String subject, String taskKey, String taskName, Instant dueAt, ZoneId zone, List<String> told)
        implements AuditableEvent {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Override
    public String act() {
        return "task.escalated";
    }

    @Override
    public boolean isAutomatic() {
        return true;
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("task", taskKey);
        details.put("overdueTask", taskName);
        details.put("dueAt", MINUTE.format(dueAt.atZone(zone)));
        details.put("told", told);
        return details;
    }
}
