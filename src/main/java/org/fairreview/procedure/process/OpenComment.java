package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.CommentPeriod;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.procedure.ProcedureProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting unit registers that its draft is open to comment by the public. */
@Component("openComment")
class OpenComment extends AnswerListener<OpenComment.Form> {

    /** The form open-comment.html. */
    record Form(
            @NotNull(message = "{procedure.startsOnMissing}") LocalDate startsOn,
            @NotNull(message = "{procedure.endsOnMissing}") LocalDate endsOn,
            @NotBlank(message = "{procedure.placeMissing}") @Size(max = 200, message = "{procedure.textTooLong}")
                    String place,
            @Nullable @Size(max = 500, message = "{procedure.textTooLong}") String link,
            @Nullable @Size(max = 4000, message = "{procedure.textTooLong}") String shortReason,
            @NotBlank(message = "{procedure.fileMissing}") String draft) {}

    private final ProcedureHandling handling;
    private final Clock clock;

    OpenComment(Answers answers, ProcedureHandling handling, Clock clock) {
        super(Form.class, answers);
        this.handling = handling;
        this.clock = clock;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        ProcedureProcess.COMMENT_ENDS.set(task, ProcedureTasks.from(answer.endsOn(), clock));
        return handling.openComment(
                ProcedureTasks.number(task),
                new CommentPeriod(
                        answer.startsOn(),
                        answer.endsOn(),
                        answer.place().strip(),
                        ProcedureTasks.text(answer.link()),
                        ProcedureTasks.text(answer.shortReason())),
                answer.draft(),
                task.getAssignee());
    }
}
