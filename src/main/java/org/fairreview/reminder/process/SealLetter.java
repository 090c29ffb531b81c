package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The clerk registers that the letter was sealed, with its scan. */
@Component("sealLetter")
class SealLetter extends AnswerListener<SealLetter.Form> {

    /** The form seal-letter.html. */
    record Form(
            @NotNull(message = "{sealing.dateMissing}") LocalDate sealedOn,
            @NotBlank(message = "{sealing.scanMissing}") String scan) {}

    private final LetterIssuing issuing;

    SealLetter(Answers answers, LetterIssuing issuing) {
        super(Form.class, answers);
        this.issuing = issuing;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return issuing.seal(CaseVariables.CASE_NUMBER.in(task), task.getAssignee(), answer.sealedOn(), answer.scan());
    }
}
