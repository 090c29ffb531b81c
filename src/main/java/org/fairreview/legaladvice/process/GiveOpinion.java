package org.fairreview.legaladvice.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
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
    private final Directory directory;
    private final Units units;

    GiveOpinion(Answers answers, LegalAdvices advices, Directory directory, Units units) {
        super(Form.class, answers);
        this.advices = advices;
        this.directory = directory;
        this.units = units;
    }

    /** Whether the adviser who was asked still advises for the unit; else a colleague may answer. */
    private boolean isThere(String adviserId, String unitId) {
        return directory.holdersOf(Role.ADVISER, units.inCharge(unitId)).stream()
                .anyMatch(person -> person.userId().equals(adviserId));
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String advice = LegalAdviceProcess.ADVICE_ID.in(task);
        if (!isThere(advices.get(advice).adviserId(), LegalAdviceProcess.ADVISER_UNIT.in(task))) {
            advices.passOn(advice, task.getAssignee());
        }
        return advices.give(advice, task.getAssignee(), answer.opinion());
    }
}
