package org.fairreview.conference.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Canvasses;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The office of the joint conference chooses whom to ask. */
@Component("chooseMembers")
class ChooseMembers extends AnswerListener<ChooseMembers.Form> {

    /** The form choose-members.html. */
    record Form(
            @NotNull(message = "{task.malformed}") @Valid List<@NotNull(message = "{task.malformed}") Choice> members,
            @Nullable @Size(max = 4000, message = "{canvass.notNeeded.long}") String notNeeded) {}

    /** A member, and whether it is asked. */
    record Choice(@NotNull(message = "{task.malformed}") String unit, boolean asked) {}

    private final Canvasses canvasses;
    private final AnswerTime time;

    ChooseMembers(Answers answers, Canvasses canvasses, AnswerTime time) {
        super(Form.class, answers);
        this.canvasses = canvasses;
        this.time = time;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String canvass = ConsultationProcesses.CANVASS_ID.in(task);
        List<String> units = answer.members().stream()
                .filter(Choice::asked)
                .map(Choice::unit)
                .toList();
        boolean skipped = answer.notNeeded() != null && !answer.notNeeded().isBlank();
        if (units.isEmpty() && !skipped) {
            return Optional.of(Refusal.at("members", "canvass.members.none"));
        }
        if (!units.isEmpty() && skipped) {
            return Optional.of(Refusal.at("notNeeded", "canvass.members.both"));
        }
        ConsultationProcesses.ANYBODY_ASKED.set(task, !skipped);
        if (skipped) {
            canvasses.skip(canvass, task.getAssignee(), answer.notNeeded().strip());
            return Optional.empty();
        }
        time.beginsNow(task.getExecution());
        return canvasses.choose(canvass, units, ConsultationProcesses.DRAFTING_UNIT.in(task), task.getAssignee());
    }
}
