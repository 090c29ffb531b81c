package org.fairreview.review.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.CaseSigning;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The clerk registers that the paper was sealed, with its scan. */
@Component("sealConclusion")
class SealConclusion extends AnswerListener<SealConclusion.Form> {

    /** The form seal-conclusion.html. */
    record Form(
            @NotNull(message = "{sealing.dateMissing}") LocalDate sealedOn,
            @NotBlank(message = "{sealing.scanMissing}") String scan) {}

    private final CaseSigning signing;
    private final CaseDuties duties;

    SealConclusion(Answers answers, CaseSigning signing, CaseDuties duties) {
        super(Form.class, answers);
        this.signing = signing;
        this.duties = duties;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return duties.mayRegulate(task)
                .or(() -> signing.seal(
                        CaseVariables.CASE_NUMBER.in(task), task.getAssignee(), answer.sealedOn(), answer.scan()));
    }
}
