package org.fairreview.workflow;

import java.util.Map;
import org.fairreview.audit.AuditableEvent;

/** What the engine did, or was made to do, beside the answers of people. */
record Trace(String subject, String act, boolean isAutomatic, Map<String, ?> details) implements AuditableEvent {

    static final String TAKEN = "trace.taken";
    static final String GIVEN_BACK = "trace.givenBack";
    static final String STARTED = "trace.started";
    static final String ENDED = "trace.ended";
    static final String STEP = "trace.step";
    static final String TIMER = "trace.timer";
    static final String DECIDED = "trace.decided";
    static final String OPERATION = "trace.operation";
    static final String ARCHIVED = "trace.archived";
    static final String DEPLOYED = "trace.deployed";

    /** What is about no case. */
    static final String ENGINE = "engine";

    /** The models, decisions and forms. */
    static final String MODELS = "models";

    static Trace automatic(String subject, String act, Map<String, ?> details) {
        return new Trace(subject, act, true, details);
    }

    static Trace ofPerson(String subject, String act, Map<String, ?> details) {
        return new Trace(subject, act, false, details);
    }
}
