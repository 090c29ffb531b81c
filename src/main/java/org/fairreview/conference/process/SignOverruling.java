package org.fairreview.conference.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Canvasses;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A leader signs that a member's dissent is overruled, or has it dealt with again. */
@Component("signOverruling")
class SignOverruling extends AnswerListener<SignOverruling.Form> {

    /** The form sign-overruling.html. */
    record Form(
            @NotNull(message = "{canvass.overrule.missing}") Boolean agreed,
            @Nullable @Size(max = 4000, message = "{canvass.overrule.remarkTooLong}") String remark) {}

    private final Canvasses canvasses;

    SignOverruling(Answers answers, Canvasses canvasses) {
        super(Form.class, answers);
        this.canvasses = canvasses;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        ConsultationProcesses.OVERRULING_AGREED.set(task, answer.agreed());
        if (answer.agreed()) {
            return canvasses.signOverruling(ConsultationProcesses.CANVASS_ID.in(task), task.getAssignee());
        }
        if (answer.remark() == null || answer.remark().isBlank()) {
            return Optional.of(Refusal.at("remark", "canvass.overrule.remarkMissing"));
        }
        canvasses.refuseOverruling(
                ConsultationProcesses.CANVASS_ID.in(task), answer.remark().strip());
        return Optional.empty();
    }
}
