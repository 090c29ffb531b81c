package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.ProcedureDecisions;
import org.fairreview.procedure.ProcedureDecisions.Held;
import org.fairreview.procedure.ProcedureProcess;
import org.fairreview.procedure.ProcedureProcess.Way;
import org.fairreview.procedure.Resolution;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting unit registers the collective deliberation, or sends a draft back that was changed since its reviews. */
@Component("registerDeliberation")
class RegisterDeliberation extends AnswerListener<RegisterDeliberation.Form> {

    enum Outcome {
        ADOPTED,
        ADOPTED_WITH_CHANGES,
        NOT_ADOPTED,
        SENT_BACK
    }

    /**
     * The form register-deliberation.html.
     *
     * @param changes what the meeting changed, or why the draft goes back
     * @param material whether the changes touch what was reviewed; absent where nothing was changed
     */
    record Form(
            @NotNull(message = "{procedure.outcomeNotChosen}") Outcome outcome,
            @Nullable LocalDate heldOn,
            @Nullable @Size(max = 200, message = "{procedure.textTooLong}") String meeting,
            @Nullable @Size(max = 4000, message = "{procedure.textTooLong}") String changes,
            @Nullable Boolean material,
            @Nullable @Size(max = 20000, message = "{procedure.textTooLong}") String dissent,
            @Nullable String minutes) {}

    private final ProcedureDecisions decisions;
    private final Clock clock;

    RegisterDeliberation(Answers answers, ProcedureDecisions decisions, Clock clock) {
        super(Form.class, answers);
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = ProcedureTasks.number(task);
        String changes = ProcedureTasks.text(answer.changes());
        if (answer.outcome() == Outcome.SENT_BACK) {
            ProcedureProcess.DELIBERATED.set(task, Way.BACK);
            return changes.isEmpty()
                    ? Optional.of(Refusal.at("changes", "procedure.sendBackNotSaid"))
                    : decisions.sendBack(number, changes, task.getAssignee());
        }
        if (answer.heldOn() == null) {
            return Optional.of(Refusal.at("heldOn", "procedure.heldOnMissing"));
        }
        String meeting = ProcedureTasks.text(answer.meeting());
        if (meeting.isEmpty()) {
            return Optional.of(Refusal.at("meeting", "procedure.meetingMissing"));
        }
        boolean changed = answer.outcome() == Outcome.ADOPTED_WITH_CHANGES;
        if (changed && answer.material() == null) {
            return Optional.of(Refusal.at("material", "procedure.materialNotChosen"));
        }
        boolean material = changed && Boolean.TRUE.equals(answer.material());
        ProcedureProcess.DELIBERATED.set(task, way(answer.outcome(), material));
        ProcedureProcess.ADOPTED.set(task, ProcedureTasks.from(answer.heldOn(), clock));
        return decisions.deliberate(
                number,
                new Held(
                        answer.heldOn(),
                        meeting,
                        Resolution.valueOf(answer.outcome().name()),
                        changes,
                        material,
                        ProcedureTasks.text(answer.dissent())),
                ProcedureTasks.text(answer.minutes()),
                task.getAssignee());
    }

    private static Way way(Outcome outcome, boolean material) {
        if (outcome == Outcome.NOT_ADOPTED) {
            return Way.NOT_ADOPTED;
        }
        return material ? Way.BACK : Way.ADOPTED;
    }
}
