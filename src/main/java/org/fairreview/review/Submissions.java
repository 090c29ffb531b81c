package org.fairreview.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measures;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submits measures and withdraws them: asks the route table, opens the case and starts its process, in one transaction. */
@Service
@Transactional
public class Submissions {

    private final CaseIntake intake;
    private final CaseFile cases;
    private final OpinionRecalls recalls;
    private final Measures measures;
    private final CaseProcesses processes;
    private final Directory directory;
    private final Units units;

    Submissions(
            CaseIntake intake,
            CaseFile cases,
            OpinionRecalls recalls,
            Measures measures,
            CaseProcesses processes,
            Directory directory,
            Units units) {
        this.intake = intake;
        this.cases = cases;
        this.recalls = recalls;
        this.measures = measures;
        this.processes = processes;
        this.directory = directory;
        this.units = units;
    }

    /** Why this person cannot submit this measure, if so. */
    @Transactional(readOnly = true)
    public Optional<Refusal> check(Submission submission, Actor actor) {
        boolean drafter = actor.holds(Role.DRAFTER, submission.draftingUnitId());
        if (!drafter && !isClerkFor(submission.draftingUnitId(), actor)) {
            return Optional.of(Refusal.of("submission.notYourUnit"));
        }
        if (routeOf(submission) != ReviewRoute.OWN) {
            return Optional.empty();
        }
        if (!drafter) {
            return Optional.of(Refusal.at("issuance", "submission.ownReviewOnBehalf"));
        }
        boolean reviewersKnown = directory.hasHolders(Role.UNITREVIEWER, submission.draftingUnitId())
                && directory.hasHolders(Role.UNITHEAD, submission.draftingUnitId());
        return reviewersKnown ? Optional.empty() : Optional.of(Refusal.at("issuance", "submission.noReviewBody"));
    }

    /** The units of the region for which the person, as a clerk, may register measures that came on paper. */
    @Transactional(readOnly = true)
    public List<Unit> registersFor(Actor actor) {
        return units.all().stream()
                .filter(unit -> !unit.isRegulator() && isClerkFor(unit.id(), actor))
                .toList();
    }

    private boolean isClerkFor(String unitId, Actor actor) {
        return units.find(unitId)
                .flatMap(unit -> units.regulatorOf(unit.regionId()))
                .filter(regulator -> actor.holds(Role.CLERK, regulator.id()))
                .isPresent();
    }

    /**
     * Opens the case and starts its process.
     *
     * @return the case number
     * @throws Refusal as {@link #check} says
     */
    public String submit(Submission submission, Actor actor) {
        check(submission, actor).ifPresent(refusal -> {
            throw refusal;
        });
        boolean onBehalf = !actor.holds(Role.DRAFTER, submission.draftingUnitId());
        ReviewCase review = intake.open(submission, routeOf(submission), actor.userId(), onBehalf);
        start(review);
        return review.number();
    }

    /** Starts the process of a case that was opened. */
    public void start(ReviewCase review) {
        processes.start(
                ReviewProcess.CONTRACT,
                review.number(),
                ReviewProcess.variables(review, measures.get(review.measureId()), review.isOnBehalf()));
    }

    /** Whether the clerk does the paperwork of the unit: it has nobody with an account who could. */
    private boolean clerkActs(ReviewCase review) {
        return review.isOnBehalf() && !directory.hasHolders(Role.DRAFTER, units.inCharge(review.draftingUnitId()));
    }

    /** Withdraws a measure for its drafting unit, and ends the process of its case. */
    public Optional<Refusal> withdraw(String caseNumber, @Nullable String reason, Actor actor) {
        if (!actsForDrafter(cases.get(caseNumber), actor)) {
            return Optional.of(Refusal.of("submission.notYourUnit"));
        }
        Optional<Refusal> refusal = intake.withdraw(caseNumber, reason);
        if (refusal.isEmpty()) {
            processes.tell(ReviewProcess.WITHDRAWN, caseNumber);
            recalls.caseWithdrawn(caseNumber, actor.userId(), String.valueOf(reason));
        }
        return refusal;
    }

    /** Whether the person may withdraw the measure now. */
    @Transactional(readOnly = true)
    public boolean mayWithdraw(ReviewCase review, Actor actor) {
        return review.mayBeWithdrawn() && actsForDrafter(review, actor);
    }

    /** Whether the person acts for the unit that drafted the measure: its drafter, or the clerk who registered it. */
    public boolean actsForDrafter(ReviewCase review, Actor actor) {
        return actor.holds(Role.DRAFTER, units.inCharge(review.draftingUnitId()))
                || (clerkActs(review) && actor.holds(Role.CLERK, units.inCharge(review.regulatorUnitId())));
    }

    private ReviewRoute routeOf(Submission submission) {
        Map<String, Object> row = processes.decide(
                ReviewProcess.ROUTE_DECISION,
                Map.of(
                        ReviewProcess.ISSUANCE.name(),
                        submission.facts().issuance().name(),
                        ReviewProcess.IN_SCOPE.name(),
                        submission.outOfScope() == null));
        return ReviewRoute.valueOf((String) row.get(ReviewProcess.ROUTE.name()));
    }
}
