package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

/** No reply came in time: the regulator waits on until a day, or no longer. */
@Component("decideOverdue")
class DecideOverdue extends AnswerListener<DecideOverdue.Form> {

    enum Decision {
        WAIT,
        ESCALATE
    }

    /** The form decide-overdue.html. */
    record Form(
            @NotNull(message = "{letter.overdueUndecided}") Decision decision,
            @Nullable LocalDate waitUntil,
            @Nullable @Size(max = 4000, message = "{letter.statementTooLong}") String reason) {}

    private final LetterReplies replies;

    DecideOverdue(Answers answers, LetterReplies replies) {
        super(Form.class, answers);
        this.replies = replies;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        boolean waits = answer.decision() == Decision.WAIT;
        LetterProcess.WAITS_ON.set(task, waits);
        if (!waits) {
            replies.fail(number);
            LetterProcess.REPLIED.set(task, false);
            return Optional.empty();
        }
        Optional<Refusal> refusal =
                replies.waitOn(number, answer.waitUntil(), Objects.requireNonNullElse(answer.reason(), ""));
        if (refusal.isEmpty()) {
            LetterProcess.REPLY_UNTIL.set(task, replies.replyUntil(number));
        }
        return refusal;
    }
}
