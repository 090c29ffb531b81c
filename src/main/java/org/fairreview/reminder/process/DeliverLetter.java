package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.reminder.LetterState;
import org.fairreview.reminder.Letters;
import org.fairreview.review.DeliveryWay;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The clerk delivers the sealed letter and files the receipt. */
@Component("deliverLetter")
class DeliverLetter extends AnswerListener<DeliverLetter.Form> {

    /** The form deliver-letter.html. */
    record Form(
            @NotNull(message = "{delivery.dateMissing}") LocalDate deliveredOn,
            @NotBlank(message = "{delivery.receiverMissing}") @Size(max = 200, message = "{delivery.receiverTooLong}")
                    String deliveredTo,
            @NotNull(message = "{delivery.wayMissing}") DeliveryWay way,
            @NotBlank(message = "{letter.receiptUnsaid}") String receipt) {}

    private final LetterIssuing issuing;
    private final Letters letters;
    private final Clock clock;

    DeliverLetter(Answers answers, LetterIssuing issuing, Letters letters, Clock clock) {
        super(Form.class, answers);
        this.issuing = issuing;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        Optional<Refusal> refusal = issuing.deliver(
                number, task.getAssignee(), answer.deliveredOn(), answer.deliveredTo(), answer.way(), answer.receipt());
        if (refusal.isEmpty()) {
            Letter letter = letters.get(number);
            LetterProcess.SENT_BACK.set(task, letter.state() == LetterState.DRAFTING);
            LetterProcess.REPLY_WANTED.set(task, letter.replyUntil().isPresent());
            letter.replyUntil().ifPresent(until -> {
                LetterProcess.REPLY_LIMIT.set(task, String.valueOf(issuing.replyLimit(letter)));
                LetterProcess.REPLY_FROM.set(
                        task, answer.deliveredOn().atStartOfDay(clock.getZone()).toInstant());
                LetterProcess.REPLY_UNTIL.set(task, until);
            });
        }
        return refusal;
    }
}
