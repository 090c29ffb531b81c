package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.reminder.Letters;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A public lawyer of the regulator looks at the draft, or the head of the section where there is none. */
@Component("lookLegally")
class LookLegally extends AnswerListener<LookLegally.Form> {

    /** The form look-legally.html. */
    record Form(
            @NotNull(message = "{letter.legalUndecided}") Boolean passed,
            @Nullable @Size(max = 20000, message = "{letter.textTooLong}") String opinion) {}

    private final Letters letters;

    LookLegally(Answers answers, Letters letters) {
        super(Form.class, answers);
        this.letters = letters;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        LetterProcess.LEGAL_AGREED.set(task, answer.passed());
        return letters.lookLegally(
                CaseVariables.CASE_NUMBER.in(task),
                task.getAssignee(),
                answer.passed(),
                Objects.requireNonNullElse(answer.opinion(), ""));
    }
}
