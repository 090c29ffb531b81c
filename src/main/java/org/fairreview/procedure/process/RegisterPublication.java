package org.fairreview.procedure.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.procedure.ProcedureDecisions;
import org.fairreview.procedure.ProcedureProcess;
import org.fairreview.procedure.Publication;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafting unit registers the publication, or sends a draft back that was changed since its reviews. */
@Component("registerPublication")
class RegisterPublication extends AnswerListener<RegisterPublication.Form> {

    enum Outcome {
        PUBLISHED,
        SENT_BACK
    }

    /** The form register-publication.html. */
    record Form(
            @NotNull(message = "{procedure.outcomeNotChosen}") Outcome outcome,
            @Nullable LocalDate publishedOn,
            @Nullable @Size(max = 200, message = "{procedure.textTooLong}") String place,
            @Nullable @Size(max = 500, message = "{procedure.textTooLong}") String link,
            @Nullable @Size(max = 100, message = "{procedure.textTooLong}") String documentNumber,
            @Nullable @Size(max = 4000, message = "{procedure.textTooLong}") String reason,
            @Nullable String text) {}

    private final ProcedureDecisions decisions;
    private final Clock clock;

    RegisterPublication(Answers answers, ProcedureDecisions decisions, Clock clock) {
        super(Form.class, answers);
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = ProcedureTasks.number(task);
        boolean published = answer.outcome() == Outcome.PUBLISHED;
        ProcedureProcess.PUBLISHED.set(task, published);
        if (!published) {
            String reason = ProcedureTasks.text(answer.reason());
            return reason.isEmpty()
                    ? Optional.of(Refusal.at("reason", "procedure.sendBackNotSaid"))
                    : decisions.sendBack(number, reason, task.getAssignee());
        }
        if (answer.publishedOn() == null) {
            return Optional.of(Refusal.at("publishedOn", "procedure.publishedOnMissing"));
        }
        String place = ProcedureTasks.text(answer.place());
        if (place.isEmpty()) {
            return Optional.of(Refusal.at("place", "procedure.placeMissing"));
        }
        ProcedureProcess.PUBLISHED_AT.set(task, ProcedureTasks.from(answer.publishedOn(), clock));
        return decisions.publish(
                number,
                new Publication(
                        answer.publishedOn(),
                        place,
                        ProcedureTasks.text(answer.link()),
                        ProcedureTasks.text(answer.documentNumber())),
                ProcedureTasks.text(answer.text()),
                task.getAssignee());
    }
}
