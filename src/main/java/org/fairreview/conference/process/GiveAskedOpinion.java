package org.fairreview.conference.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.conference.Consultations;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A member of the joint conference, or the next-higher regulator, says where it stands, and why. */
@Component("giveAskedOpinion")
class GiveAskedOpinion extends AnswerListener<GiveAskedOpinion.Form> {

    /** The form give-asked-opinion.form. */
    record Form(
            @NotNull(message = "{consultation.positionMissing}") Position position,
            @Nullable @Size(max = 20000, message = "{consultation.opinionTooLong}") String opinion) {}

    private final Consultations consultations;

    GiveAskedOpinion(Answers answers, Consultations consultations) {
        super(Form.class, answers);
        this.consultations = consultations;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return consultations.give(
                ConsultationProcesses.CONSULTATION_ID.in(task),
                task.getAssignee(),
                answer.position(),
                answer.opinion() == null ? "" : answer.opinion());
    }
}
