package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.SpotReports;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The section head decides whether the results are published; then the spot check is closed. */
@Component("decideSpotCheckPublication")
class DecideSpotCheckPublication extends AnswerListener<DecideSpotCheckPublication.Form> {

    /** The form decide-spot-check-publication.html. */
    record Form(
            @NotNull(message = "{spotcheck.publishMissing}") Boolean publish,
            @Nullable LocalDate publishedOn,
            @Nullable @Size(max = 500, message = "{spotcheck.linkTooLong}") String link,
            @Nullable @Size(max = 4000, message = "{spotcheck.remarkTooLong}") String reason) {}

    private final SpotReports reports;

    DecideSpotCheckPublication(Answers answers, SpotReports reports) {
        super(Form.class, answers);
        this.reports = reports;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return reports.close(
                SpotTasks.number(task),
                answer.publish(),
                answer.publishedOn(),
                SpotTasks.text(answer.link()),
                SpotTasks.text(answer.reason()),
                task.getAssignee());
    }
}
