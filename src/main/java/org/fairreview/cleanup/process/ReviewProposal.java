package org.fairreview.cleanup.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The regulator agrees with the unit's proposal, or gives it back with reasons. */
@Component("reviewProposal")
class ReviewProposal extends AnswerListener<ReviewProposal.Form> {

    /**
     * The form review-proposal.html.
     *
     * @param inBulk set where the case is taken over together with others; absent in the form
     */
    record Form(
            @NotNull(message = "{legacy.agreedMissing}") Boolean agreed,
            @Nullable @Size(max = 4000, message = "{legacy.returnReasonTooLong}") String remark,
            @Nullable Boolean inBulk) {}

    private final LegacyCases cases;
    private final LegacyTasks tasks;

    ReviewProposal(Answers answers, LegacyCases cases, LegacyTasks tasks) {
        super(Form.class, answers);
        this.cases = cases;
        this.tasks = tasks;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        CleanupProcess.PROPOSAL_AGREED.set(task, answer.agreed());
        CleanupProcess.SAMPLED.set(task, null);
        return tasks.mayRegulate(task)
                .or(() -> cases.review(
                        LegacyTasks.caseNumber(task),
                        answer.agreed(),
                        LegacyTasks.text(answer.remark()),
                        Boolean.TRUE.equals(answer.inBulk()),
                        task.getAssignee()));
    }
}
