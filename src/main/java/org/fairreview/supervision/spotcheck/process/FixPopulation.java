package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.Populations;
import org.fairreview.supervision.spotcheck.SpotCheckProcess;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.supervision.spotcheck.Target;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The section head fixes the list from which is drawn, or gives the check up. */
@Component("fixPopulation")
class FixPopulation extends AnswerListener<FixPopulation.Form> {

    /** A measure that is named whatever is drawn. */
    record TargetRow(
            @Nullable String title,
            @Nullable String documentNumber,
            @Nullable String unitName,
            @Nullable String reason) {

        Target target() {
            return new Target(
                    SpotTasks.text(title),
                    SpotTasks.text(documentNumber),
                    SpotTasks.text(unitName),
                    SpotTasks.text(reason));
        }
    }

    /** The form fix-population.html; of who gives up it hides, and does not send, what the list is made of. */
    record Form(
            @NotNull(message = "{spotcheck.giveUpMissing}") Boolean giveUp,
            @Nullable String giveUpReason,
            @Nullable Boolean fromRegister,
            @Nullable Boolean fromList,
            @Nullable @Valid @Size(max = 100, message = "{spotcheck.targetsTooMany}")
                    List<@NotNull(message = "{task.malformed}") TargetRow> targets) {}

    private final Populations populations;
    private final SpotChecks checks;
    private final Clock clock;

    FixPopulation(Answers answers, Populations populations, SpotChecks checks, Clock clock) {
        super(Form.class, answers);
        this.populations = populations;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = SpotTasks.number(task);
        SpotCheckProcess.POPULATION_FIXED.set(task, !answer.giveUp());
        if (answer.giveUp()) {
            return checks.giveUp(number, SpotTasks.text(answer.giveUpReason()), task.getAssignee());
        }
        Boolean fromRegister = answer.fromRegister();
        Boolean fromList = answer.fromList();
        List<TargetRow> targets = answer.targets();
        if (fromRegister == null || fromList == null || targets == null) {
            return Optional.of(Refusal.of("task.malformed"));
        }
        Optional<Refusal> refusal = populations.fix(
                number,
                fromRegister,
                fromList,
                targets.stream().map(TargetRow::target).toList(),
                task.getAssignee());
        SpotCheckProcess.DRAW_FROM.set(
                task,
                Optional.ofNullable(checks.get(number).plan().seedKnownOn())
                        .map(day -> day.atStartOfDay(clock.getZone()).toInstant())
                        .orElseGet(clock::instant));
        return refusal;
    }
}
