package org.fairreview.review.process;

import static org.fairreview.review.ReviewProcess.DRAFTING_UNIT;
import static org.fairreview.review.ReviewProcess.REGULATOR_UNIT;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.fairreview.identity.Directory;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** Nobody reviews or signs a measure that the own unit drafted, unless the unit reviews it by itself (Reg. 13). */
@Component
class CaseDuties {

    private final Directory directory;

    CaseDuties(Directory directory) {
        this.directory = directory;
    }

    Optional<Refusal> mayRegulate(DelegateTask task) {
        if (isOwnReview(task)) {
            return Optional.empty();
        }
        String drafter = DRAFTING_UNIT.in(task);
        boolean ownUnit = !drafter.equals(REGULATOR_UNIT.in(task))
                && directory
                        .actor(task.getAssignee())
                        .filter(actor -> actor.belongsTo(drafter))
                        .isPresent();
        return ownUnit ? Optional.of(Refusal.of("review.ownUnit")) : Optional.empty();
    }

    /** Whether the task belongs to the review that the drafting unit does by itself. */
    static boolean isOwnReview(DelegateTask task) {
        return task.getExecution().getProcessDefinitionId().startsWith(ReviewProcess.OWN_REVIEW.key() + ":");
    }
}
