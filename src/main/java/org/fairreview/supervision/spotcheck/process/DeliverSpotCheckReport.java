package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.ReportAddressee;
import org.fairreview.supervision.spotcheck.SpotCheckProcess;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.supervision.spotcheck.SpotReports;
import org.fairreview.supervision.spotcheck.SpotReports.Delivered;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clerk registers to whom the report went; the task comes back until both addressees have it. */
@Component("deliverSpotCheckReport")
class DeliverSpotCheckReport extends AnswerListener<DeliverSpotCheckReport.Form> {

    /** The form deliver-spot-check-report.html. */
    record Form(
            @Nullable LocalDate governmentOn,
            @Nullable @Size(max = 200, message = "{spotcheck.nameTooLong}") String governmentBy,
            @Nullable LocalDate higherOn,
            @Nullable @Size(max = 200, message = "{spotcheck.nameTooLong}") String higherBy,
            @Nullable String receipt) {}

    private final SpotReports reports;
    private final SpotChecks checks;

    DeliverSpotCheckReport(Answers answers, SpotReports reports, SpotChecks checks) {
        super(Form.class, answers);
        this.reports = reports;
        this.checks = checks;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = SpotTasks.number(task);
        List<Delivered> delivered = new ArrayList<>();
        if (answer.governmentOn() != null) {
            delivered.add(new Delivered(
                    ReportAddressee.GOVERNMENT,
                    answer.governmentOn(),
                    SpotTasks.text(answer.governmentBy()),
                    answer.receipt()));
        }
        if (answer.higherOn() != null) {
            delivered.add(new Delivered(
                    ReportAddressee.HIGHER,
                    answer.higherOn(),
                    SpotTasks.text(answer.higherBy()),
                    delivered.isEmpty() ? answer.receipt() : null));
        }
        Optional<Refusal> refusal = reports.deliver(number, delivered, task.getAssignee());
        SpotCheckProcess.REPORTED_TO_BOTH.set(task, checks.get(number).isReportedToBoth());
        return refusal;
    }
}
