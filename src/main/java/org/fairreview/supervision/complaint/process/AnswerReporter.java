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

/** The reporter who gave a name gets the answer. */
@Component("answerReporter")
class AnswerReporter extends AnswerListener<AnswerReporter.Form> {

    /** The form answer-reporter.html. */
    record Form(
            @NotNull(message = "{complaint.toldOnMissing}") LocalDate toldOn,
            @NotNull(message = "{complaint.wayOfTellingMissing}") TellingWay tellingWay,
            @NotBlank(message = "{complaint.answerMissing}") @Size(max = 4000, message = "{complaint.noteTooLong}")
                    String text) {}

    private final ComplaintHandling handling;

    AnswerReporter(Answers answers, ComplaintHandling handling) {
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
