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

/** Too few members have answered: the office asks the silent ones again, or goes on with a reason. */
@Component("decideQuorum")
class DecideQuorum extends AnswerListener<DecideQuorum.Form> {

    enum Decision {
        ASK_AGAIN,
        GO_ON
    }

    /** The form decide-quorum.form. */
    record Form(
            @NotNull(message = "{canvass.quorum.missing}") Decision decision,
            @Nullable @Size(max = 4000, message = "{canvass.quorum.reasonTooLong}") String reason) {}

    private final Canvasses canvasses;
    private final AnswerTime time;

    DecideQuorum(Answers answers, Canvasses canvasses, AnswerTime time) {
        super(Form.class, answers);
        this.canvasses = canvasses;
        this.time = time;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String canvass = ConsultationProcesses.CANVASS_ID.in(task);
        boolean again = answer.decision() == Decision.ASK_AGAIN;
        ConsultationProcesses.ASK_AGAIN.set(task, again);
        if (again) {
            canvasses.askSilentAgain(canvass);
            time.beginsNow(task.getExecution());
            return Optional.empty();
        }
        if (answer.reason() == null || answer.reason().isBlank()) {
            return Optional.of(Refusal.at("reason", "canvass.quorum.reasonMissing"));
        }
        canvasses.closeShort(canvass, answer.reason().strip());
        return Optional.empty();
    }
}
