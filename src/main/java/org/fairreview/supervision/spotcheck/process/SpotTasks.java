package org.fairreview.supervision.spotcheck.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.workflow.CaseVariables;
import org.jspecify.annotations.Nullable;

/** What the tasks of a spot check have in common. */
final class SpotTasks {

    private SpotTasks() {}

    /** The number of the spot check, or of the measure that is inspected. */
    static String number(DelegateTask task) {
        return CaseVariables.CASE_NUMBER.in(task);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
