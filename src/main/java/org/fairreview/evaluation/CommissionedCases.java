package org.fairreview.evaluation;

import org.fairreview.identity.Actor;

/** What an evaluation must know of the case from which it was commissioned; the feature that keeps cases answers. */
public interface CommissionedCases {

    /** Whether the case is restricted, and the person none of its handlers. */
    boolean isClosedTo(String caseNumber, Actor actor);

    /** Whether a case of that number is under review in the region. */
    boolean isUnderReview(String caseNumber, String regionId);

    /** Whether the case came to its end, so that nothing of it is waited for any more. */
    boolean hasEnded(String caseNumber);
}
