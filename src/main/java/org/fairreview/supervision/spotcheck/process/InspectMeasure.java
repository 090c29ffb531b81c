package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.HitDismissal;
import org.fairreview.supervision.spotcheck.Inspections;
import org.fairreview.supervision.spotcheck.ProcedureVerdict;
import org.fairreview.supervision.spotcheck.SpotCheckProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One of the two inspectors records what was found in a measure. */
@Component("inspectMeasure")
class InspectMeasure extends AnswerListener<InspectMeasure.Form> {

    /**
     * The form inspect-measure.html.
     *
     * @param hits of the editor of text and findings; a spot check shows none, so none is dismissed
     */
    record Form(
            @NotNull(message = "{task.malformed}") @Valid @Size(max = 200, message = "{finding.tooMany}")
                    List<@NotNull(message = "{task.malformed}") FindingDraft> findings,
            @NotNull(message = "{task.malformed}") @Size(max = 0, message = "{task.malformed}") List<HitDismissal> hits,
            @NotNull(message = "{spotcheck.procedureMissing}") ProcedureVerdict procedure,
            @Nullable @Size(max = 20000, message = "{spotcheck.opinionTooLong}") String opinion) {}

    private final Inspections inspections;

    InspectMeasure(Answers answers, Inspections inspections) {
        super(Form.class, answers);
        this.inspections = inspections;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String item = SpotTasks.number(task);
        Optional<Refusal> refusal = inspections.record(
                item, answer.procedure(), SpotTasks.text(answer.opinion()), answer.findings(), task.getAssignee());
        if (refusal.isEmpty()) {
            SpotCheckProcess.INSPECTORS_AGREE.set(task.getExecution(), inspections.isAgreed(item));
        }
        return refusal;
    }
}
