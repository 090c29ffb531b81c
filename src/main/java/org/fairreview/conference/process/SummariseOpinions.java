package org.fairreview.conference.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.TreatmentDraft;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The office sums the members' opinions up, and says what becomes of each wish and each dissent. */
@Component("summariseOpinions")
class SummariseOpinions extends AnswerListener<SummariseOpinions.Form> {

    /** The form summarise-opinions.html. */
    record Form(
            @NotNull(message = "{task.malformed}") @Valid
                    List<@NotNull(message = "{task.malformed}") TreatmentDraft> treatments,
            @NotBlank(message = "{canvass.summary.missing}") @Size(max = 20000, message = "{canvass.summary.long}")
                    String summary) {}

    private final Canvasses canvasses;

    SummariseOpinions(Answers answers, Canvasses canvasses) {
        super(Form.class, answers);
        this.canvasses = canvasses;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String canvass = ConsultationProcesses.CANVASS_ID.in(task);
        Optional<Refusal> refusal =
                canvasses.summarise(canvass, task.getAssignee(), answer.summary(), answer.treatments());
        ConsultationProcesses.DISSENT_OVERRULED.set(task, canvasses.overrulesDissent(canvass));
        return refusal;
    }
}
