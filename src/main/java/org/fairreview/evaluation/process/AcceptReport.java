package org.fairreview.evaluation.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.evaluation.EvaluationProcess;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.evaluation.Evaluations.UseOfFinding;
import org.fairreview.evaluation.FindingUse;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The report is accepted, with what becomes of its findings, or given back. */
@Component("acceptReport")
class AcceptReport extends AnswerListener<AcceptReport.Form> {

    enum Acceptance {
        ACCEPTED,
        RETURNED
    }

    /** The form accept-report.html. */
    record Form(
            @NotNull(message = "{evaluation.decisionMissing}") Acceptance acceptance,
            @Nullable @Size(max = 4000, message = "{evaluation.returnReasonTooLong}") String returnReason,
            @NotNull(message = "{task.malformed}") @Valid List<@NotNull(message = "{task.malformed}") Row> uses) {}

    /** What becomes of the finding at a place. */
    record Row(
            @NotNull(message = "{task.malformed}") Integer place,
            @NotNull(message = "{evaluation.useNotChosen}") FindingUse use,
            @Nullable @Size(max = 2000, message = "{evaluation.useNoteTooLong}") String useNote) {}

    private final Evaluations evaluations;

    AcceptReport(Answers answers, Evaluations evaluations) {
        super(Form.class, answers);
        this.evaluations = evaluations;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String id = EvaluationProcess.EVALUATION_ID.in(task);
        boolean accepted = answer.acceptance() == Acceptance.ACCEPTED;
        EvaluationProcess.ACCEPTED.set(task, accepted);
        return accepted
                ? evaluations.accept(id, task.getAssignee(), uses(answer))
                : evaluations.giveBack(id, task.getAssignee(), answer.returnReason());
    }

    private static List<UseOfFinding> uses(Form answer) {
        return answer.uses().stream()
                .map(row -> new UseOfFinding(row.place(), row.use(), Objects.requireNonNullElse(row.useNote(), "")))
                .toList();
    }
}
