package org.fairreview.cleanup.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The unit names the review in which its revision is examined as a new measure. */
@Component("startRevision")
class StartRevision extends AnswerListener<StartRevision.Form> {

    /** The form start-revision.html. */
    record Form(@NotBlank(message = "{legacy.reviewMissing}") String reviewCase) {}

    private final LegacyCases cases;

    StartRevision(Answers answers, LegacyCases cases) {
        super(Form.class, answers);
        this.cases = cases;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = LegacyTasks.caseNumber(task);
        Optional<Refusal> refusal = cases.reviseIn(number, answer.reviewCase().strip());
        if (refusal.isEmpty()) {
            CleanupProcess.REVISION_ENDED_BEFORE.set(task, cases.isRevisionOver(number));
        }
        return refusal;
    }
}
