package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.SpotCheckProcess;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The leader signs the plan of a spot check, or refuses it. */
@Component("signSpotCheckPlan")
class SignSpotCheckPlan extends AnswerListener<SignSpotCheckPlan.Form> {

    /** The form sign-spot-check-plan.html. */
    record Form(
            @NotNull(message = "{spotcheck.agreedMissing}") Boolean agreed,
            @Nullable @Size(max = 4000, message = "{spotcheck.remarkTooLong}") String remark) {}

    private final SpotChecks checks;

    SignSpotCheckPlan(Answers answers, SpotChecks checks) {
        super(Form.class, answers);
        this.checks = checks;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        SpotCheckProcess.PLAN_AGREED.set(task, answer.agreed());
        return checks.signPlan(
                SpotTasks.number(task), answer.agreed(), SpotTasks.text(answer.remark()), task.getAssignee());
    }
}
