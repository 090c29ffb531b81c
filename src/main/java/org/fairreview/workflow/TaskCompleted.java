package org.fairreview.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** Somebody completed a task with this answer. */
record TaskCompleted(String subject, String taskKey, String taskName, @JsonIgnore Record answer)
        implements AuditableEvent {

    @Override
    public String act() {
        return "task.completed";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("task", taskKey);
        details.put("taskName", taskName);
        details.put("answer", answer);
        return details;
    }
}
