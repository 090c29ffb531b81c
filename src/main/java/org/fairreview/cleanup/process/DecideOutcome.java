package org.fairreview.cleanup.process;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.CleanupProcess.Decision;
import org.fairreview.cleanup.DecisionPaper;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.Outcome;
import org.fairreview.identity.Role;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The body that issued the measure decides, or its decision is registered from its paper. */
@Component("decideOutcome")
class DecideOutcome extends AnswerListener<DecideOutcome.Form> {

    /** Whether the issuing body decides, or gives the proposal back. */
    enum Act {
        DECIDED,
        RETURNED
    }

    /** The form decide-outcome.html. */
    record Form(
            @NotNull(message = "{legacy.decisionMissing}") Act act,
            @Nullable Outcome outcome,
            @Nullable @Size(max = 4000, message = "{legacy.returnReasonTooLong}") String outcomeReason,
            @Nullable @Size(max = 100, message = "{legacy.numberTooLong}") String decisionNumber,
            @Nullable LocalDate decidedOn,
            @Nullable String decisionFile) {}

    private final LegacyCases cases;

    DecideOutcome(Answers answers, LegacyCases cases) {
        super(Form.class, answers);
        this.cases = cases;
    }

    @Override
    protected Optional<Refusal> accept(DelegateTask task, Form answer) {
        String number = LegacyTasks.caseNumber(task);
        String reason = LegacyTasks.text(answer.outcomeReason());
        if (answer.act() == Act.RETURNED) {
            CleanupProcess.DECISION.set(task, Decision.RETURNED);
            return cases.refuseToDecide(number, reason, task.getAssignee());
        }
        if (answer.outcome() == null) {
            return Optional.of(Refusal.at("outcome", "legacy.outcomeMissing"));
        }
        CleanupProcess.DECISION.set(task, decision(answer.outcome()));
        return cases.decide(
                number,
                answer.outcome(),
                reason,
                new DecisionPaper(LegacyTasks.text(answer.decisionNumber()), answer.decidedOn(), answer.decisionFile()),
                CleanupProcess.DECIDER_ROLE.in(task).equals(Role.UNITHEAD.word()),
                task.getAssignee());
    }

    private static Decision decision(Outcome outcome) {
        return switch (outcome) {
            case KEEP -> Decision.KEPT;
            case REVISE -> Decision.TO_REVISE;
            case REPEAL, LAPSE, SUSPEND -> Decision.TO_ANNOUNCE;
        };
    }
}
