package org.fairreview.procedure.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.CommentSummary;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The drafting unit says what the public said, and what it adopted of it. */
@Component("summariseComments")
class SummariseComments extends AnswerListener<SummariseComments.Form> {

    /** The form summarise-comments.html. */
    record Form(
            @NotNull(message = "{procedure.receivedMissing}")
                    @Min(value = 0, message = "{procedure.receivedWrong}")
                    @Max(value = 1000000, message = "{procedure.receivedWrong}")
                    Integer received,
            @NotBlank(message = "{procedure.summaryMissing}") @Size(max = 20000, message = "{procedure.textTooLong}")
                    String summary,
            @NotBlank(message = "{procedure.adoptionMissing}") @Size(max = 20000, message = "{procedure.textTooLong}")
                    String adoption,
            @NotBlank(message = "{procedure.fileMissing}") String comments) {}

    private final ProcedureHandling handling;

    SummariseComments(Answers answers, ProcedureHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return handling.summarise(
                ProcedureTasks.number(task),
                new CommentSummary(answer.received(), answer.summary(), answer.adoption()),
                answer.comments(),
                task.getAssignee());
    }
}
