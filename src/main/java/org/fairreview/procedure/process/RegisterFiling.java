package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.DocumentFiling;
import org.fairreview.procedure.ProcedureDecisions;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting unit registers with whom the document was filed. */
@Component("registerFiling")
class RegisterFiling extends AnswerListener<RegisterFiling.Form> {

    /** The form register-filing.html. */
    record Form(
            @NotBlank(message = "{procedure.filedWithMissing}") @Size(max = 200, message = "{procedure.textTooLong}")
                    String filedWith,
            @NotNull(message = "{procedure.filedOnMissing}") LocalDate filedOn,
            @NotBlank(message = "{procedure.receiptNumberMissing}")
                    @Size(max = 100, message = "{procedure.textTooLong}")
                    String receiptNumber,
            @Nullable String receipt) {}

    private final ProcedureDecisions decisions;

    RegisterFiling(Answers answers, ProcedureDecisions decisions) {
        super(Form.class, answers);
        this.decisions = decisions;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return decisions.file(
                ProcedureTasks.number(task),
                new DocumentFiling(
                        answer.filedWith().strip(),
                        answer.filedOn(),
                        answer.receiptNumber().strip()),
                ProcedureTasks.file(answer.receipt()),
                task.getAssignee());
    }
}
