package org.fairreview.cleanup.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyCheck;
import org.fairreview.review.HitDismissal;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The regulator checks a drawn measure in full again, with findings of its own. */
@Component("recheckLegacyMeasure")
class RecheckLegacyMeasure extends AnswerListener<RecheckLegacyMeasure.Form> {

    /** The form recheck-legacy-measure.html. */
    record Form(
            @NotNull(message = "{task.malformed}") @Valid @Size(max = 500, message = "{finding.tooMany}")
                    List<@NotNull(message = "{task.malformed}") FindingRow> findings,
            @NotNull(message = "{task.malformed}") @Valid
                    List<@NotNull(message = "{task.malformed}") HitDismissal> hits,
            @NotNull(message = "{legacy.agreedMissing}") Boolean agreed,
            @Nullable @Size(max = 4000, message = "{legacy.returnReasonTooLong}") String remark) {}

    private final LegacyCases cases;
    private final LegacyTasks tasks;

    RecheckLegacyMeasure(Answers answers, LegacyCases cases, LegacyTasks tasks) {
        super(Form.class, answers);
        this.cases = cases;
        this.tasks = tasks;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        CleanupProcess.PROPOSAL_AGREED.set(task, answer.agreed());
        CleanupProcess.SAMPLED.set(task, null);
        return tasks.mayRegulate(task)
                .or(() -> cases.recheck(
                        LegacyTasks.caseNumber(task),
                        answer.agreed(),
                        LegacyTasks.text(answer.remark()),
                        new LegacyCheck.Written(FindingRow.decided(answer.findings()), answer.hits()),
                        task.getAssignee()));
    }
}
