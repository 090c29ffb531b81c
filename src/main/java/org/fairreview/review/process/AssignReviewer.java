package org.fairreview.review.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.CaseReview;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The section head assigns the reviewer. */
@Component("assignReviewer")
class AssignReviewer extends AnswerListener<AssignReviewer.Form> {

    /** The form assign-reviewer.html. */
    record Form(@NotBlank(message = "{assignment.reviewerMissing}") String reviewer) {}

    private final CaseReview reviews;
    private final CaseDuties duties;

    AssignReviewer(Answers answers, CaseReview reviews, CaseDuties duties) {
        super(Form.class, answers);
        this.reviews = reviews;
        this.duties = duties;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        Optional<Refusal> refusal = duties.mayRegulate(task)
                .or(() -> reviews.assign(CaseVariables.CASE_NUMBER.in(task), answer.reviewer()));
        ReviewProcess.REVIEWER.set(task, answer.reviewer());
        return refusal;
    }
}
