package org.fairreview.cleanup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** The reviews of new measures in which revisions of measures in force are examined. */
@Component
class RevisionCases {

    private final CaseFile cases;
    private final LegacyCaseRows rows;
    private final Units units;

    RevisionCases(CaseFile cases, LegacyCaseRows rows, Units units) {
        this.cases = cases;
        this.rows = rows;
        this.units = units;
    }

    ReviewCase get(String number) {
        return cases.get(number);
    }

    List<ReviewCase> of(LegacyCase legacy, Actor actor, int most) {
        Set<String> unit = units.withPredecessors(List.of(units.inCharge(legacy.unitId())));
        return cases.latestOf(unit, actor, most).stream()
                .filter(review -> check(legacy, review.number()).isEmpty())
                .toList();
    }

    /** Why the review cannot be that of the revision: another unit's, over without an issue, or of another revision. */
    Optional<Refusal> check(LegacyCase legacy, String number) {
        if (number.isBlank() || !cases.exists(number)) {
            return Optional.of(Refusal.at("reviewCase", "legacy.reviewUnknown"));
        }
        ReviewCase review = cases.get(number);
        if (!units.inCharge(review.draftingUnitId()).equals(units.inCharge(legacy.unitId()))) {
            return Optional.of(Refusal.at("reviewCase", "legacy.reviewOfAnotherUnit"));
        }
        if (review.caseEnd().isPresent() && !isIssued(review)) {
            return Optional.of(Refusal.at("reviewCase", "legacy.reviewEnded"));
        }
        boolean again = legacy.revisionCase().filter(number::equals).isPresent();
        if (again && review.caseEnd().isPresent()) {
            return Optional.of(Refusal.at("reviewCase", "legacy.reviewSameAgain"));
        }
        boolean before = legacy.decidedAt()
                .filter(decided -> review.submittedAt().isBefore(decided))
                .isPresent();
        if (before && isIssued(review)) {
            return Optional.of(Refusal.at("reviewCase", "legacy.reviewIssuedBefore"));
        }
        return rows.existsByRevisionCaseAndNumberNot(number, legacy.number())
                ? Optional.of(Refusal.at("reviewCase", "legacy.reviewOfAnotherMeasure"))
                : Optional.empty();
    }

    boolean isIssued(ReviewCase review) {
        return review.caseEnd().filter(CaseEnd.ISSUED::equals).isPresent();
    }
}
