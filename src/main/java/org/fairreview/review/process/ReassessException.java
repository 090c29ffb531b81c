package org.fairreview.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.Reassessment;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Before the end, the drafting unit says what is to become of its exception. */
@Component("reassessException")
class ReassessException extends AnswerListener<ReassessException.Form> {

    /** The form reassess-exception.form. */
    record Form(
            @NotNull(message = "{exception.reassessmentMissing}") Reassessment decision,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String statement) {}

    private final ExceptionTerms terms;

    ReassessException(Answers answers, ExceptionTerms terms) {
        super(Form.class, answers);
        this.terms = terms;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        ReviewProcess.REASSESSMENT.set(task, answer.decision());
        boolean open = terms.get(caseNumber).endsOn().isEmpty();
        if (answer.decision() == Reassessment.CONDITION_MET || (answer.decision() == Reassessment.STOP && open)) {
            ReviewProcess.EXCEPTION_END.set(task, terms.now());
        } else if (answer.decision() == Reassessment.RENEW && open) {
            ReviewProcess.EXCEPTION_END.set(task, terms.nextReassessment(caseNumber));
        }
        return terms.reassess(caseNumber, answer.decision(), answer.statement());
    }
}
