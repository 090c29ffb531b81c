package org.fairreview.review;

import org.fairreview.identity.Directory;
import org.fairreview.identity.Post;
import org.fairreview.workflow.Separation;
import org.springframework.stereotype.Component;

/** The separation of duties of a review: the own unit's measure (Reg. 13), the own draft, the second signature. */
@Component
class CaseSeparation implements Separation {

    private final ReviewCases cases;
    private final Directory directory;

    CaseSeparation(ReviewCases cases, Directory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    @Override
    public boolean bars(String caseNumber, String taskKey, Post post, String userId) {
        return cases.findById(caseNumber)
                .filter(review -> isOwnUnits(review, post, userId) || review.bars(userId))
                .isPresent();
    }

    /** Whether the person works in the unit that drafted, and the task is another body's. */
    private boolean isOwnUnits(ReviewCase review, Post post, String userId) {
        String drafter = review.draftingUnitId();
        return !post.unitId().equals(drafter)
                && directory
                        .actor(userId)
                        .filter(actor -> actor.belongsTo(drafter))
                        .isPresent();
    }
}
