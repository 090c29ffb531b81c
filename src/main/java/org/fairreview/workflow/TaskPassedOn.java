package org.fairreview.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A task that somebody had taken, or could take, went to a colleague of the same post. */
record TaskPassedOn(String subject, String taskKey, String taskName, String from, String to, String reason)
        implements AuditableEvent {

    @Override
    public String act() {
        return "task.passedOn";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("task", taskKey);
        details.put("passedTask", taskName);
        details.put("passedFrom", from);
        details.put("passedTo", to);
        details.put("reason", reason);
        return details;
    }
}
