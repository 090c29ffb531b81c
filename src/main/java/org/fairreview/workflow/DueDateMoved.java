package org.fairreview.workflow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** The product counted a task's due date anew, since days that it counts are worked now, or are off. */
record DueDateMoved(String subject, String taskKey, String taskName, LocalDate before, LocalDate due)
        implements AuditableEvent {

    @Override
    public String act() {
        return "task.dueDateMoved";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("task", taskKey);
        details.put("movedTask", taskName);
        details.put("taskDueBefore", before.toString());
        details.put("taskDue", due.toString());
        return details;
    }

    @Override
    public boolean isAutomatic() {
        return true;
    }
}
