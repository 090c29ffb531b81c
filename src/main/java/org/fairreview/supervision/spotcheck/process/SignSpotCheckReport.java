package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.SpotCheckProcess;
import org.fairreview.supervision.spotcheck.SpotReports;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The leader signs the report off, or sends it back. */
@Component("signSpotCheckReport")
class SignSpotCheckReport extends AnswerListener<SignSpotCheckReport.Form> {

    /** The form sign-spot-check-report.html. */
    record Form(
            @NotNull(message = "{spotcheck.agreedMissing}") Boolean agreed,
            @Nullable @Size(max = 4000, message = "{spotcheck.remarkTooLong}") String remark) {}

    private final SpotReports reports;

    SignSpotCheckReport(Answers answers, SpotReports reports) {
        super(Form.class, answers);
        this.reports = reports;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        SpotCheckProcess.REPORT_AGREED.set(task, answer.agreed());
        return reports.sign(
                SpotTasks.number(task), answer.agreed(), SpotTasks.text(answer.remark()), task.getAssignee());
    }
}
