package org.fairreview.procedure.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.workflow.CaseVariables;
import org.jspecify.annotations.Nullable;

/** What the tasks of a procedure share. */
final class ProcedureTasks {

    private ProcedureTasks() {}

    static String number(DelegateTask task) {
        return CaseVariables.CASE_NUMBER.in(task);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** The id of a file that need not be there. */
    static @Nullable String file(@Nullable String fileId) {
        return fileId == null || fileId.isBlank() ? null : fileId;
    }

    /** The beginning of the day, from which a limit counts. */
    static Instant from(LocalDate day, Clock clock) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
