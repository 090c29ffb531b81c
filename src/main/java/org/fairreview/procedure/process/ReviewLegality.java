package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.Legality;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.procedure.ProcedureProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The legal side says whether the draft is lawful, or what its file lacks. */
@Component("reviewLegality")
class ReviewLegality extends AnswerListener<ReviewLegality.Form> {

    /** The form review-legality.html. */
    record Form(
            @NotNull(message = "{procedure.legalityNotChosen}") Legality legality,
            @NotBlank(message = "{procedure.legalityNotSaid}") @Size(max = 20000, message = "{procedure.textTooLong}")
                    String said,
            @NotNull(message = "{procedure.givenOnMissing}") LocalDate givenOn,
            @Nullable String opinion) {}

    private final ProcedureHandling handling;

    ReviewLegality(Answers answers, ProcedureHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        ProcedureProcess.FILE_COMPLETE.set(task, answer.legality() != Legality.INCOMPLETE);
        return handling.sayLegality(
                ProcedureTasks.number(task),
                answer.legality(),
                answer.said(),
                answer.givenOn(),
                ProcedureTasks.file(answer.opinion()),
                task.getAssignee());
    }
}
