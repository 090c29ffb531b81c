package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.Inspections;
import org.fairreview.supervision.spotcheck.ProcedureVerdict;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The section head decides what stands where the two inspectors disagree. */
@Component("decideDisagreement")
class DecideDisagreement extends AnswerListener<DecideDisagreement.Form> {

    /** Whether a finding stands. */
    record Decided(
            @NotNull(message = "{task.malformed}") Long id,
            @NotNull(message = "{spotcheck.standsMissing}") Boolean stands) {}

    /** The form decide-disagreement.html. */
    record Form(
            @NotNull(message = "{task.malformed}") @Valid List<@NotNull(message = "{task.malformed}") Decided> findings,
            @NotNull(message = "{spotcheck.procedureMissing}") ProcedureVerdict procedure,
            @Nullable @Size(max = 4000, message = "{spotcheck.remarkTooLong}") String reason) {}

    private final Inspections inspections;

    DecideDisagreement(Answers answers, Inspections inspections) {
        super(Form.class, answers);
        this.inspections = inspections;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return inspections.decide(
                SpotTasks.number(task),
                answer.procedure(),
                answer.findings().stream()
                        .filter(Decided::stands)
                        .map(Decided::id)
                        .collect(Collectors.toSet()),
                SpotTasks.text(answer.reason()),
                task.getAssignee());
    }
}
