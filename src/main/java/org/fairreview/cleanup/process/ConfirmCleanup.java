package org.fairreview.cleanup.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.CleanupProcess.Confirmation;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.Outcome;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The regulator confirms that what was decided is done, or has it done again. */
@Component("confirmCleanup")
class ConfirmCleanup extends AnswerListener<ConfirmCleanup.Form> {

    /** The form confirm-cleanup.html. */
    record Form(
            @NotNull(message = "{legacy.confirmedMissing}") Boolean done,
            @Nullable @Size(max = 4000, message = "{legacy.returnReasonTooLong}") String remark) {}

    private final LegacyCases cases;
    private final LegacyTasks tasks;

    ConfirmCleanup(Answers answers, LegacyCases cases, LegacyTasks tasks) {
        super(Form.class, answers);
        this.cases = cases;
        this.tasks = tasks;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = LegacyTasks.caseNumber(task);
        boolean revised =
                cases.get(number).outcome().filter(Outcome.REVISE::equals).isPresent();
        Confirmation again = revised ? Confirmation.REVISE_AGAIN : Confirmation.ANNOUNCE_AGAIN;
        CleanupProcess.CONFIRMATION.set(task, answer.done() ? Confirmation.CONFIRMED : again);
        return tasks.mayRegulate(task)
                .or(() -> cases.confirm(number, answer.done(), LegacyTasks.text(answer.remark()), task.getAssignee()));
    }
}
