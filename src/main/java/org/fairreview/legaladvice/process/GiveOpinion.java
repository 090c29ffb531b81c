package org.fairreview.legaladvice.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The adviser gives the opinion. */
@Component("giveOpinion")
class GiveOpinion extends AnswerListener<GiveOpinion.Form> {

    /** The form give-opinion.form. */
    record Form(
            @NotBlank(message = "{advice.opinion.missing}") @Size(max = 20000, message = "{advice.opinion.long}")
                    String opinion) {}

    private final LegalAdvices advices;

    GiveOpinion(Answers answers, LegalAdvices advices) {
        super(Form.class, answers);
        this.advices = advices;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return advices.give(LegalAdviceProcess.ADVICE_ID.in(task), task.getAssignee(), answer.opinion());
    }
}
