package org.fairreview.review;

import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.measure.Issuance;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submits measures: asks the route table, opens the case and starts its process, in one transaction. */
@Service
@Transactional
public class Submissions {

    private final CaseIntake intake;
    private final CaseProcesses processes;

    Submissions(CaseIntake intake, CaseProcesses processes) {
        this.intake = intake;
        this.processes = processes;
    }

    /** Why this person cannot submit this measure for joint review, if so. */
    @Transactional(readOnly = true)
    public Optional<Refusal> check(Submission submission, Actor actor) {
        if (!actor.holds(Role.DRAFTER, submission.draftingUnitId())) {
            return Optional.of(Refusal.of("submission.notYourUnit"));
        }
        Issuance issuance = submission.facts().issuance();
        if (routeOf(issuance) != ReviewRoute.JOINT) {
            return Optional.of(Refusal.at("issuance", "submission.ownReview"));
        }
        return Optional.empty();
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
        ReviewCase review = intake.open(submission, actor.userId());
        processes.start(
                ReviewProcess.CONTRACT,
                review.number(),
                ReviewProcess.variables(
                        review,
                        submission.facts().title(),
                        submission.facts().issuance().name()));
        return review.number();
    }

    private ReviewRoute routeOf(Issuance issuance) {
        Map<String, Object> row =
                processes.decide(ReviewProcess.ROUTE_DECISION, Map.of(ReviewProcess.ISSUANCE.name(), issuance.name()));
        return ReviewRoute.valueOf((String) row.get(ReviewProcess.ROUTE.name()));
    }
}
