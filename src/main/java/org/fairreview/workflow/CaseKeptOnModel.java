package org.fairreview.workflow;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** A running case could not be brought to the newest model of its process and goes on by the one it began on. */
record CaseKeptOnModel(String subject, String process, int modelVersion, int newestVersion) implements AuditableEvent {

    static final String ACT = "case.keptOnModel";

    @Override
    public String act() {
        return ACT;
    }

    /** The process by the name that people know. */
    @Override
    public Map<String, ?> details() {
        return Map.of("process", process, "modelVersion", modelVersion, "newestVersion", newestVersion);
    }
}
