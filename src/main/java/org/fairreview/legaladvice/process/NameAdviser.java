package org.fairreview.legaladvice.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.legaladvice.Advisers.Adviser;
import org.fairreview.legaladvice.LegalAdviceProcess;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The section head names an adviser for a request for which nobody was left. */
@Component("nameAdviser")
class NameAdviser extends AnswerListener<NameAdviser.Form> {

    /** The form name-adviser.html. */
    record Form(@NotBlank(message = "{advice.adviser.missing}") String adviser) {}

    private final LegalAdvices advices;

    NameAdviser(Answers answers, LegalAdvices advices) {
        super(Form.class, answers);
        this.advices = advices;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String id = LegalAdviceProcess.ADVICE_ID.in(task);
        Optional<Refusal> refusal = advices.name(id, answer.adviser());
        if (refusal.isEmpty()) {
            Adviser adviser = advices.adviserOf(advices.get(id)).orElseThrow();
            LegalAdviceProcess.ADVISER.set(task, adviser.userId());
            LegalAdviceProcess.ADVISER_UNIT.set(task, adviser.unitId());
            LegalAdviceProcess.ASSIGNED.set(task, true);
        }
        return refusal;
    }
}
