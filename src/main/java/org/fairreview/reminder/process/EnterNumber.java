package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The clerk enters the 文号 that the office has allotted. */
@Component("enterNumber")
class EnterNumber extends AnswerListener<EnterNumber.Form> {

    /** The form enter-number.html. */
    record Form(@NotBlank(message = "{letter.numberUnsaid}") String documentNumber) {}

    private final LetterIssuing issuing;

    EnterNumber(Answers answers, LetterIssuing issuing) {
        super(Form.class, answers);
        this.issuing = issuing;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return issuing.enterNumber(CaseVariables.CASE_NUMBER.in(task), answer.documentNumber());
    }
}
