package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting unit supplies what the legal side asked for. */
@Component("supplementLegality")
class SupplementLegality extends AnswerListener<SupplementLegality.Form> {

    /** The form supplement-legality.html. */
    record Form(
            @NotBlank(message = "{procedure.suppliedMissing}") @Size(max = 20000, message = "{procedure.textTooLong}")
                    String supplied,
            @Nullable String supplement) {}

    private final ProcedureHandling handling;

    SupplementLegality(Answers answers, ProcedureHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return handling.supplement(
                ProcedureTasks.number(task),
                answer.supplied(),
                ProcedureTasks.file(answer.supplement()),
                task.getAssignee());
    }
}
