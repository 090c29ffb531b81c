package org.fairreview.cleanup.process;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.identity.Directory;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tasks of a clean-up have in common. */
@Component
class LegacyTasks {

    private final Directory directory;

    LegacyTasks(Directory directory) {
        this.directory = directory;
    }

    static String caseNumber(DelegateTask task) {
        return CaseVariables.CASE_NUMBER.in(task);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    /** Nobody checks for the regulator what the own unit answers for, unless it is the regulator's own. */
    Optional<Refusal> mayRegulate(DelegateTask task) {
        String responsible = CleanupProcess.RESPONSIBLE_UNIT.in(task);
        boolean ownUnit = !responsible.equals(CleanupProcess.REGULATOR_UNIT.in(task))
                && directory
                        .actor(task.getAssignee())
                        .filter(actor -> actor.belongsTo(responsible))
                        .isPresent();
        return ownUnit ? Optional.of(Refusal.of("legacy.ownUnit")) : Optional.empty();
    }

    /** Which way a case goes that was signed; the sample stays a secret where it goes back to the unit. */
    static void route(DelegateTask task, LegacyCases cases, boolean signed) {
        CleanupProcess.CHECK_SIGNED.set(task, signed);
        if (signed) {
            CleanupProcess.SAMPLED.set(task, cases.get(caseNumber(task)).isSampled());
        }
    }
}
