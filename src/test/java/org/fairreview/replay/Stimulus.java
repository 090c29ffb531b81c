package org.fairreview.replay;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What moved a process from outside of the engine: one transaction.
 *
 * @param order by the machine's clock, for what has the same moment
 * @param visit what it moves; a process that starts, or is given variables, is at none
 * @param variables what it brings along
 */
record Stimulus(
        Kind kind,
        Instant moment,
        long order,
        RecordedRun run,
        RecordedRun.@Nullable Visit visit,
        @Nullable String user,
        Map<String, Object> variables) {

    enum Kind {
        START,
        CLAIM,
        ASSIGN,
        COMPLETE,
        MESSAGE,
        TIMER,
        VARIABLES
    }

    static Stimulus of(Kind kind, Instant moment, long order, RecordedRun.Visit visit) {
        return new Stimulus(kind, moment, order, visit.run, visit, null, visit.variables);
    }

    @Override
    public String toString() {
        return "%s %s %s %s %s"
                .formatted(moment, kind, run.key, run.businessKey, visit == null ? variables : visit.element);
    }
}
