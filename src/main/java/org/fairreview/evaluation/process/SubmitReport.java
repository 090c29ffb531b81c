package org.fairreview.evaluation.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The institution hands in its report. */
@Component("submitReport")
class SubmitReport extends AnswerListener<SubmitReport.Form> {

    /** The form submit-report.html. */
    record Form(
            @NotBlank(message = "{evaluation.summaryMissing}")
                    @Size(max = 20000, message = "{evaluation.summaryTooLong}")
                    String summary,
            @NotBlank(message = "{evaluation.reportMissing}") String report) {}

    private final Evaluations evaluations;

    SubmitReport(Answers answers, Evaluations evaluations) {
        super(Form.class, answers);
        this.evaluations = evaluations;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return evaluations.report(
                EvaluationProcess.EVALUATION_ID.in(task), task.getAssignee(), answer.summary(), answer.report());
    }
}
