package org.fairreview.legaladvice;

import org.fairreview.identity.Post;
import org.fairreview.workflow.Separation;
import org.springframework.stereotype.Component;

/** Keeps advisers from what concerns the own unit, or somebody with whom they have declared a conflict. */
@Component
class AdviserSeparation implements Separation {

    private final LegalAdviceRows rows;
    private final Advisers advisers;

    AdviserSeparation(LegalAdviceRows rows, Advisers advisers) {
        this.rows = rows;
        this.advisers = advisers;
    }

    @Override
    public boolean bars(String caseNumber, String taskKey, Post post, String userId) {
        return taskKey.equals(LegalAdviceProcess.GIVE_OPINION)
                && rows.findByCaseNumberOrderByRequestedAtAscGivenAtAsc(caseNumber).stream()
                        .anyMatch(advice -> advice.isOpen() && advisers.isBarred(userId, advice.party()));
    }
}
