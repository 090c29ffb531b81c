package org.fairreview.supervision.complaint.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.TellingWay;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The material goes where it belongs, and the reporter is told. */
@Component("sendOnComplaint")
class SendOnComplaint extends AnswerListener<SendOnComplaint.Form> {

    /** The form send-on-complaint.html. */
    record Form(
            @NotNull(message = "{complaint.toldOnMissing}") LocalDate toldOn,
            @NotNull(message = "{complaint.wayOfTellingMissing}") TellingWay tellingWay,
            @NotBlank(message = "{complaint.answerMissing}") @Size(max = 4000, message = "{complaint.noteTooLong}")
                    String text) {}

    private final ComplaintHandling handling;

    SendOnComplaint(Answers answers, ComplaintHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return handling.tell(
                CaseVariables.CASE_NUMBER.in(task),
                task.getAssignee(),
                answer.toldOn(),
                answer.tellingWay(),
                answer.text());
    }
}
