package org.fairreview.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** The tasks of one case that somebody who leaves had taken went to a successor. */
record TasksHandedOver(String subject, List<String> taskNames, String from, String to, String reason)
        implements AuditableEvent {

    @Override
    public String act() {
        return "task.handedOver";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("passedTask", taskNames);
        details.put("passedFrom", from);
        details.put("passedTo", to);
        details.put("reason", reason);
        return details;
    }
}
