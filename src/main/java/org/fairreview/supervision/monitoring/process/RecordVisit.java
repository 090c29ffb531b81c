package org.fairreview.supervision.monitoring.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.supervision.monitoring.MonitoringProcess;
import org.fairreview.supervision.monitoring.MonitoringVisits;
import org.fairreview.supervision.monitoring.MonitoringVisits.Record;
import org.fairreview.supervision.monitoring.VisitLead;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The reviewer writes down what a visit has shown, or that nobody was met. */
@Component("recordVisit")
class RecordVisit extends AnswerListener<RecordVisit.Form> {

    /** The form record-visit.html. */
    record Form(
            @NotNull(message = "{monitoring.metMissing}") Boolean met,
            @Nullable @Size(max = 2000, message = "{monitoring.notMetTooLong}") String notMet,
            @Nullable LocalDate visitedOn,
            @Nullable String companion,
            @Nullable @Size(max = 200, message = "{monitoring.receivedByTooLong}") String receivedBy,
            @NotNull(message = "{task.malformed}") @Valid @Size(max = 50, message = "{task.malformed}")
                    List<@NotNull(message = "{task.malformed}") AnswerRow> answers,
            @Nullable @Size(max = 4000, message = "{monitoring.textTooLong}") String remark,
            @NotNull(message = "{task.malformed}") @Valid @Size(max = 50, message = "{monitoring.tooManyLeads}")
                    List<@NotNull(message = "{task.malformed}") LeadRow> leads) {}

    /** The answer to the question at a place. */
    record AnswerRow(
            @NotNull(message = "{task.malformed}") Integer place,
            @Nullable @Size(max = 4000, message = "{monitoring.textTooLong}") String answer) {}

    /** A measure of which something was told. */
    record LeadRow(
            @NotBlank(message = "{monitoring.leadMeasureMissing}")
                    @Size(max = 500, message = "{monitoring.leadMeasureTooLong}")
                    String measure,
            @Nullable @Size(max = 200, message = "{monitoring.leadNameTooLong}") String documentNumber,
            @Nullable @Size(max = 200, message = "{monitoring.leadNameTooLong}") String issuer,
            @NotBlank(message = "{monitoring.leadSaidMissing}") @Size(max = 4000, message = "{monitoring.textTooLong}")
                    String said) {}

    private final MonitoringVisits visits;
    private final Directory directory;

    RecordVisit(Answers answers, MonitoringVisits visits, Directory directory) {
        super(Form.class, answers);
        this.visits = visits;
        this.directory = directory;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        Actor actor = directory.actor(task.getAssignee()).orElseThrow();
        MonitoringProcess.LEADS_FOUND.set(task, answer.met() && !answer.leads().isEmpty());
        if (!answer.met()) {
            return visits.notMet(number, text(answer.notMet()), actor);
        }
        Map<Integer, String> answers = new HashMap<>();
        answer.answers().forEach(row -> answers.put(row.place(), text(row.answer())));
        return visits.record(
                number,
                new Record(
                        answer.visitedOn(),
                        text(answer.companion()),
                        text(answer.receivedBy()),
                        answers,
                        text(answer.remark()),
                        answer.leads().stream().map(RecordVisit::lead).toList()),
                actor);
    }

    private static VisitLead lead(LeadRow row) {
        return new VisitLead(row.measure().strip(), text(row.documentNumber()), text(row.issuer()), row.said());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
