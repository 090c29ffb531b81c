package org.fairreview.evaluation.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.evaluation.Evaluation;
import org.fairreview.evaluation.EvaluationProcess;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.evaluation.Evaluations.FoundItem;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The institution hands in its report. */
@Component("submitReport")
class SubmitReport extends AnswerListener<SubmitReport.Form> {

    /**
     * The form submit-report.html.
     *
     * @param findings absent in the form of the first releases
     */
    record Form(
            @NotBlank(message = "{evaluation.summaryMissing}")
                    @Size(max = 20000, message = "{evaluation.summaryTooLong}")
                    String summary,
            @NotBlank(message = "{evaluation.reportMissing}") String report,
            @Nullable @Valid @Size(max = 200, message = "{evaluation.tooManyFindings}")
                    List<@NotNull(message = "{task.malformed}") Found> findings) {}

    /** A row of the report's findings. */
    record Found(
            @NotBlank(message = "{evaluation.quotationMissing}")
                    @Size(max = 4000, message = "{evaluation.findingTooLong}")
                    String quotation,
            @NotBlank(message = "{evaluation.itemMissing}") String item,
            @NotBlank(message = "{evaluation.effectMissing}") @Size(max = 4000, message = "{evaluation.findingTooLong}")
                    String effect,
            @NotBlank(message = "{evaluation.suggestionMissing}")
                    @Size(max = 4000, message = "{evaluation.findingTooLong}")
                    String suggestion) {}

    private final Evaluations evaluations;

    SubmitReport(Answers answers, Evaluations evaluations) {
        super(Form.class, answers);
        this.evaluations = evaluations;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String id = EvaluationProcess.EVALUATION_ID.in(task);
        Optional<Refusal> refusal = evaluations.report(
                id,
                task.getAssignee(),
                answer.summary(),
                answer.report(),
                findings(answer),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null));
        if (refusal.isEmpty()) {
            Evaluation evaluation = evaluations.get(id);
            EvaluationProcess.ACCEPTANCE_ROLE.set(
                    task, evaluation.acceptanceRole().word());
            EvaluationProcess.ACCEPTANCE_UNIT.set(task, evaluation.regulatorUnitId());
            EvaluationProcess.COMMISSIONER.set(task, evaluation.requestedBy());
        }
        return refusal;
    }

    private static List<FoundItem> findings(Form answer) {
        return answer.findings() == null
                ? List.of()
                : answer.findings().stream()
                        .map(found ->
                                new FoundItem(found.quotation(), found.item(), found.effect(), found.suggestion()))
                        .toList();
    }
}
