package org.fairreview.review;

import org.fairreview.evaluation.CommissionedCases;
import org.fairreview.identity.Actor;
import org.springframework.stereotype.Component;

/** Tells the evaluations of the cases from which they were commissioned. */
@Component
class CommissioningCases implements CommissionedCases {

    private final CaseFile caseFile;
    private final ReviewCases cases;

    CommissioningCases(CaseFile caseFile, ReviewCases cases) {
        this.caseFile = caseFile;
        this.cases = cases;
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return caseFile.isClosedTo(caseNumber, actor);
    }

    @Override
    public boolean isUnderReview(String caseNumber, String regionId) {
        return cases.findById(caseNumber)
                .filter(review ->
                        review.regionId().equals(regionId) && review.caseEnd().isEmpty())
                .isPresent();
    }

    @Override
    public boolean hasEnded(String caseNumber) {
        return cases.findById(caseNumber)
                .filter(review -> review.caseEnd().isPresent())
                .isPresent();
    }
}
