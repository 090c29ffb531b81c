package org.fairreview.conference.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.conference.Consultations;
import org.fairreview.conference.MemberOpinion;
import org.fairreview.conference.PassageRemark;
import org.fairreview.conference.RemitAnswer;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A member of the joint conference says where it stands: the common part, and the questions of its remit. */
@Component("giveMemberOpinion")
class GiveMemberOpinion extends AnswerListener<GiveMemberOpinion.Form> {

    /** The form give-member-opinion.html. */
    record Form(
            @NotNull(message = "{consultation.positionMissing}") Position position,
            @Nullable @Size(max = 20000, message = "{consultation.opinionTooLong}") String opinion,
            @NotNull(message = "{task.malformed}")
                    @Valid
                    @Size(max = MemberOpinion.MOST_PASSAGES, message = "{consultation.passages.many}")
                    List<@NotNull(message = "{task.malformed}") PassageRemark> passages,
            @NotNull(message = "{task.malformed}") @Valid
                    List<@NotNull(message = "{task.malformed}") RemitAnswer> answers) {}

    private final Consultations consultations;
    private final Directory directory;
    private final Units units;

    GiveMemberOpinion(Answers answers, Consultations consultations, Directory directory, Units units) {
        super(Form.class, answers);
        this.consultations = consultations;
        this.directory = directory;
        this.units = units;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String unit = units.inCharge(ConsultationProcesses.ASKED_UNIT.in(task));
        boolean byOffice = directory
                .actor(task.getAssignee())
                .filter(actor -> actor.belongsTo(unit))
                .isEmpty();
        return consultations.give(
                ConsultationProcesses.CONSULTATION_ID.in(task),
                task.getAssignee(),
                new MemberOpinion(
                        answer.position(),
                        answer.opinion() == null ? "" : answer.opinion(),
                        answer.passages(),
                        answer.answers()),
                byOffice);
    }
}
