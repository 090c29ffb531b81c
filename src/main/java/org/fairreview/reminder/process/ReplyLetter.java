package org.fairreview.reminder.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Directory;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.reminder.LetterReplies;
import org.fairreview.reminder.Letters;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addressee replies or asks for more time; the clerk registers what a unit without accounts sends on paper. */
@Component("replyLetter")
class ReplyLetter extends AnswerListener<ReplyLetter.Form> {

    enum Action {
        REPLY,
        EXTENSION
    }

    /** The form reply-letter.html. */
    record Form(
            @NotNull(message = "{letter.replyUndecided}") Action action,
            @Nullable @Size(max = 20000, message = "{letter.textTooLong}") String reply,
            @Nullable LocalDate repliedOn,
            @Nullable LocalDate extendUntil,
            @Nullable @Size(max = 4000, message = "{letter.statementTooLong}") String extendReason,
            @NotNull(message = "{task.malformed}") List<@NotNull(message = "{task.malformed}") ReplyFile> files) {}

    record ReplyFile(@NotBlank(message = "{task.malformed}") String fileId) {}

    private final LetterReplies replies;
    private final Letters letters;
    private final Directory directory;

    ReplyLetter(Answers answers, LetterReplies replies, Letters letters, Directory directory) {
        super(Form.class, answers);
        this.replies = replies;
        this.letters = letters;
        this.directory = directory;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = CaseVariables.CASE_NUMBER.in(task);
        boolean extension = answer.action() == Action.EXTENSION;
        Optional<Refusal> refusal = extension
                ? replies.askExtension(number, task.getAssignee(), answer.extendUntil(), said(answer.extendReason()))
                : replies.reply(
                        number,
                        task.getAssignee(),
                        said(answer.reply()),
                        answer.files().stream().map(ReplyFile::fileId).toList(),
                        isOnPaper(task, number),
                        answer.repliedOn());
        LetterProcess.EXTENSION_ASKED.set(task, extension);
        LetterProcess.REPLIED.set(task, !extension);
        return refusal;
    }

    /** Whether somebody of the regulator acts for the addressee. */
    private boolean isOnPaper(DelegateTask task, String number) {
        Letter letter = letters.get(number);
        return letter.addresseeUnitId()
                .filter(unit -> directory
                        .actor(task.getAssignee())
                        .filter(actor -> actor.belongsTo(unit))
                        .isPresent())
                .isEmpty();
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
