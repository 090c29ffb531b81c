package org.fairreview.cleanup.process;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyCheck;
import org.fairreview.cleanup.Outcome;
import org.fairreview.review.ExceptionCase;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.review.HitDismissal;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The unit has checked a measure item by item and proposes what becomes of it. */
@Component("checkLegacyMeasure")
class CheckLegacyMeasure extends AnswerListener<CheckLegacyMeasure.Form> {

    /** The form check-legacy-measure.html. */
    record Form(
            @NotNull(message = "{task.malformed}") @Valid @Size(max = 500, message = "{finding.tooMany}")
                    List<@NotNull(message = "{task.malformed}") FindingRow> findings,
            @NotNull(message = "{task.malformed}") @Valid
                    List<@NotNull(message = "{task.malformed}") HitDismissal> hits,
            @NotNull(message = "{legacy.proposalMissing}") Outcome proposal,
            @Nullable @Size(max = 20000, message = "{legacy.reasonTooLong}") String proposalReason,
            @Nullable ExceptionCase exceptionCase,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String effect,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String ground,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String leastHarm,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String periodReason,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String other,
            @Nullable LocalDate endsOn,
            @Nullable @Size(max = 4000, message = "{conclusion.tooLong}") String endCondition) {}

    private final LegacyCases cases;

    CheckLegacyMeasure(Answers answers, LegacyCases cases) {
        super(Form.class, answers);
        this.cases = cases;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        return cases.propose(
                LegacyTasks.caseNumber(task),
                new LegacyCheck(
                        answer.proposal(),
                        text(answer.proposalReason()),
                        claim(answer),
                        FindingRow.decided(answer.findings()),
                        answer.hits()),
                task.getAssignee());
    }

    private static @Nullable ExceptionClaim claim(Form answer) {
        return answer.exceptionCase() == null
                ? null
                : new ExceptionClaim(
                        answer.exceptionCase(),
                        text(answer.effect()),
                        text(answer.ground()),
                        text(answer.leastHarm()),
                        text(answer.periodReason()),
                        text(answer.other()),
                        answer.endsOn(),
                        text(answer.endCondition()));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
