package org.fairreview.cleanup.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The head of the unit signs the check, or gives it back. */
@Component("signLegacyCheck")
class SignLegacyCheck extends AnswerListener<SignLegacyCheck.Form> {

    /** The form sign-legacy-check.html. */
    record Form(
            @NotNull(message = "{legacy.agreedMissing}") Boolean agreed,
            @Nullable @Size(max = 4000, message = "{legacy.returnReasonTooLong}") String remark) {}

    private final LegacyCases cases;

    SignLegacyCheck(Answers answers, LegacyCases cases) {
        super(Form.class, answers);
        this.cases = cases;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        Optional<Refusal> refusal = cases.sign(
                LegacyTasks.caseNumber(task), answer.agreed(), LegacyTasks.text(answer.remark()), task.getAssignee());
        LegacyTasks.route(task, cases, answer.agreed());
        return refusal;
    }
}
