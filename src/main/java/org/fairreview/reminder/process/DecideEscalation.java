package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.LetterReplies;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The head of the section says what follows where the matter was not put right. */
@Component("decideEscalation")
class DecideEscalation extends AnswerListener<DecideEscalation.Form> {

    private static final String NOTHING = "NONE";

    /**
     * The form decide-escalation.html.
     *
     * @param next the kind of the letter that follows, or NONE
     */
    record Form(
            @NotBlank(message = "{letter.escalationUndecided}") String next,
            @NotBlank(message = "{letter.escalationUnreasoned}")
                    @Size(max = 4000, message = "{letter.statementTooLong}")
                    String note) {}

    private final LetterReplies replies;

    DecideEscalation(Answers answers, LetterReplies replies) {
        super(Form.class, answers);
        this.replies = replies;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return replies.escalate(
                CaseVariables.CASE_NUMBER.in(task),
                task.getAssignee(),
                answer.next().equals(NOTHING) ? null : answer.next(),
                answer.note());
    }
}
