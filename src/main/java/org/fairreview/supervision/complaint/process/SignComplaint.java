package org.fairreview.supervision.complaint.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer of the chain agrees with the conclusion, or sends it back to an earlier place. */
@Component("signComplaint")
class SignComplaint extends AnswerListener<SignComplaint.Form> {

    /** The form sign-complaint.html. */
    record Form(
            @NotNull(message = "{signing.decisionMissing}") Boolean agreed,
            @Nullable @Size(max = 20000, message = "{complaint.textTooLong}") String remark,
            @Nullable Integer backTo) {}

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final ComplaintHandling handling;

    SignComplaint(Answers answers, ComplaintHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = handling.sign(
                number,
                task.getAssignee(),
                answer.agreed(),
                answer.remark() == null ? "" : answer.remark(),
                answer.backTo() == null ? NOWHERE : answer.backTo());
        if (refusal.isEmpty()) {
            ComplaintProcess.SIGNING.set(task, handling.outcome(number));
        }
        return refusal;
    }
}
