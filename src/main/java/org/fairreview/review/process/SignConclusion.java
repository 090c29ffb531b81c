package org.fairreview.review.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.CaseSigning;
import org.fairreview.review.ReviewProcess;
import org.fairreview.review.SigningOutcome;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A signer of the chain agrees, or sends the draft back to an earlier place. */
@Component("signConclusion")
class SignConclusion extends AnswerListener<SignConclusion.Form> {

    /** The form sign-conclusion.html. */
    record Form(
            @NotNull(message = "{signing.decisionMissing}") Boolean agreed,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String remark,
            @Nullable Integer backTo) {}

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final CaseSigning signing;
    private final CaseDuties duties;

    SignConclusion(Answers answers, CaseSigning signing, CaseDuties duties) {
        super(Form.class, answers);
        this.signing = signing;
        this.duties = duties;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String caseNumber = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = duties.mayRegulate(task)
                .or(() -> signing.sign(
                        caseNumber,
                        task.getAssignee(),
                        answer.agreed(),
                        answer.remark() == null ? "" : answer.remark(),
                        answer.backTo() == null ? NOWHERE : answer.backTo()));
        if (refusal.isEmpty()) {
            SigningOutcome outcome = signing.outcome(caseNumber);
            ReviewProcess.SIGNING.set(task, outcome);
            if (outcome == SigningOutcome.SIGNED_OFF) {
                ReviewProcess.CONCLUSION.set(task, signing.conclusion(caseNumber));
            }
        }
        return refusal;
    }
}
