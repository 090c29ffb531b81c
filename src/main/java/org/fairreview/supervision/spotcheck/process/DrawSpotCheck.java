package org.fairreview.supervision.spotcheck.process;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.supervision.spotcheck.Populations;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The section head draws: with the product's lot, or with the public number that the plan names. */
@Component("drawSpotCheck")
class DrawSpotCheck extends AnswerListener<DrawSpotCheck.Form> {

    /** The form draw-spot-check.html. */
    record Form(
            @Nullable @Size(max = 200, message = "{spotcheck.seedTooLong}") String seed,
            @Nullable @Size(max = 200, message = "{spotcheck.witnessTooLong}") String witness,
            @NotNull(message = "{spotcheck.onceMissing}") @AssertTrue(message = "{spotcheck.onceMissing}")
                    Boolean once) {}

    private final Populations populations;

    DrawSpotCheck(Answers answers, Populations populations) {
        super(Form.class, answers);
        this.populations = populations;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return populations.draw(
                SpotTasks.number(task),
                SpotTasks.text(answer.seed()),
                SpotTasks.text(answer.witness()),
                task.getAssignee());
    }
}
