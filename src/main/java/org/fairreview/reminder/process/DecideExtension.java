package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.reminder.LetterReplies;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The regulator decides whether the addressee gets the time that it asked for. */
@Component("decideExtension")
class DecideExtension extends AnswerListener<DecideExtension.Form> {

    /** The form decide-extension.html. */
    record Form(
            @NotNull(message = "{letter.extensionUndecided}") Boolean granted,
            @Nullable @Size(max = 4000, message = "{letter.statementTooLong}") String note) {}

    private final LetterReplies replies;

    DecideExtension(Answers answers, LetterReplies replies) {
        super(Form.class, answers);
        this.replies = replies;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = replies.decideExtension(
                number, task.getAssignee(), answer.granted(), Objects.requireNonNullElse(answer.note(), ""));
        if (refusal.isEmpty()) {
            LetterProcess.REPLY_UNTIL.set(task, replies.replyUntil(number));
        }
        if (refusal.isEmpty() && answer.granted()) {
            LetterProcess.EXTENDED_UNTIL.set(task, replies.replyUntil(number));
        }
        return refusal;
    }
}
