package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.procedure.ProcedureProcess;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting unit brings the changed draft, or gives the document up. */
@Component("reviseDocument")
class ReviseDocument extends AnswerListener<ReviseDocument.Form> {

    enum Step {
        REVISED,
        GIVEN_UP
    }

    /**
     * The form revise-document.html.
     *
     * @param said what was changed, or why the document is given up
     * @param material whether the change touches what was reviewed; absent where it is given up
     */
    record Form(
            @NotNull(message = "{procedure.stepNotChosen}") Step step,
            @NotBlank(message = "{procedure.changeNotSaid}") @Size(max = 4000, message = "{procedure.textTooLong}")
                    String said,
            @Nullable Boolean material,
            @Nullable String draft) {}

    private final ProcedureHandling handling;

    ReviseDocument(Answers answers, ProcedureHandling handling) {
        super(Form.class, answers);
        this.handling = handling;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = ProcedureTasks.number(task);
        ProcedureProcess.GIVEN_UP.set(task, answer.step() == Step.GIVEN_UP);
        if (answer.step() == Step.GIVEN_UP) {
            return handling.giveUp(number, answer.said(), task.getAssignee());
        }
        if (answer.material() == null) {
            return Optional.of(Refusal.at("material", "procedure.materialNotChosen"));
        }
        return handling.revise(
                number, answer.said(), answer.material(), ProcedureTasks.text(answer.draft()), task.getAssignee());
    }
}
