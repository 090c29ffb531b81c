package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.SpotReports;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The regulator writes its report: basic situation, problems, next steps (Measures 39). */
@Component("draftSpotCheckReport")
class DraftSpotCheckReport extends AnswerListener<DraftSpotCheckReport.Form> {

    /** The form draft-spot-check-report.html. */
    record Form(
            @Nullable @Size(max = 20000, message = "{spotcheck.textTooLong}") String situation,
            @Nullable @Size(max = 20000, message = "{spotcheck.textTooLong}") String problems,
            @Nullable @Size(max = 20000, message = "{spotcheck.textTooLong}") String nextSteps,
            @Nullable @Size(max = 200, message = "{spotcheck.nameTooLong}") String government,
            @Nullable @Size(max = 200, message = "{spotcheck.nameTooLong}") String higher) {}

    private final SpotReports reports;

    DraftSpotCheckReport(Answers answers, SpotReports reports) {
        super(Form.class, answers);
        this.reports = reports;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return reports.draft(
                SpotTasks.number(task),
                SpotTasks.text(answer.situation()),
                SpotTasks.text(answer.problems()),
                SpotTasks.text(answer.nextSteps()),
                SpotTasks.text(answer.government()),
                SpotTasks.text(answer.higher()),
                task.getAssignee());
    }
}
