package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.review.SigningOutcome;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer of the chain agrees, or sends the letter back to an earlier place. */
@Component("signLetter")
class SignLetter extends AnswerListener<SignLetter.Form> {

    /** The form sign-letter.html. */
    record Form(
            @NotNull(message = "{signing.decisionMissing}") Boolean agreed,
            @Nullable @Size(max = 20000, message = "{letter.textTooLong}") String remark,
            @Nullable Integer backTo) {}

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final LetterIssuing issuing;

    SignLetter(Answers answers, LetterIssuing issuing) {
        super(Form.class, answers);
        this.issuing = issuing;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = issuing.sign(
                number,
                task.getAssignee(),
                answer.agreed(),
                answer.remark() == null ? "" : answer.remark(),
                answer.backTo() == null ? NOWHERE : answer.backTo());
        if (refusal.isEmpty()) {
            SigningOutcome outcome = issuing.outcome(number);
            LetterProcess.SIGNING.set(task, outcome);
            if (outcome == SigningOutcome.SIGNED_OFF) {
                LetterProcess.OWN_SERIES.set(task, issuing.numbersByItself(number));
            }
        }
        return refusal;
    }
}
