package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.procedure.ProcedureProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The drafting unit names the fair-competition review of its draft. */
@Component("linkReview")
class LinkReview extends AnswerListener<LinkReview.Form> {

    /** The form link-review.html. */
    record Form(@NotBlank(message = "{procedure.reviewMissing}") String reviewCase) {}

    private final ProcedureHandling handling;

    LinkReview(Answers answers, ProcedureHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = ProcedureTasks.number(task);
        Optional<Refusal> refusal = handling.link(number, answer.reviewCase().strip(), task.getAssignee());
        if (refusal.isEmpty()) {
            ProcedureProcess.FAIR_REVIEW_SETTLED.set(task, handling.isReviewSettled(number));
        }
        return refusal;
    }
}
