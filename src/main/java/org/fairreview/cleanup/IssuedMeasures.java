package org.fairreview.cleanup;

import java.util.Set;
import org.fairreview.cleanup.MeasureInForce.Origin;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.Measure;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Issue;
import org.fairreview.review.ReviewCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters what was issued after a review into the register of measures in force. */
@Service
@Transactional
public class IssuedMeasures {

    private static final Set<Issuance> BY_THE_UNIT_ITSELF = Set.of(
            Issuance.DEPARTMENT,
            Issuance.DEPARTMENT_WITH_CONSENT,
            Issuance.SEVERAL_DEPARTMENTS,
            Issuance.AUTHORISED_ORGANISATION,
            Issuance.TOWNSHIP,
            Issuance.AGREEMENT,
            Issuance.TENDER);

    private final CaseFile cases;
    private final Measures measures;
    private final MeasuresInForce register;

    IssuedMeasures(CaseFile cases, Measures measures, MeasuresInForce register) {
        this.cases = cases;
        this.measures = measures;
        this.register = register;
    }

    /** Whether the unit that drafts such a measure is the one that issues it. */
    public static boolean isIssuedByItsUnit(Issuance issuance) {
        return BY_THE_UNIT_ITSELF.contains(issuance);
    }

    /** Enters the measure of the case, where it was issued, is not restricted, and does not stand there already. */
    public void enter(String caseNumber) {
        ReviewCase review = cases.get(caseNumber);
        boolean issued = review.caseEnd().filter(CaseEnd.ISSUED::equals).isPresent();
        if (!issued || register.find(review.measureId()).isPresent()) {
            return;
        }
        Measure measure = measures.get(review.measureId());
        if (measure.circulation().isRestricted()) {
            return;
        }
        Issue issue = review.issue().orElseThrow();
        String unit = review.draftingUnitId();
        register.enter(
                new EntryInForce(
                        measure.id(),
                        review.regionId(),
                        unit,
                        isIssuedByItsUnit(measure.facts().issuance()) ? unit : null,
                        measure.facts().title(),
                        issue.number(),
                        issue.issuedOn(),
                        null,
                        issue.link(),
                        review.versionId(),
                        null,
                        caseNumber,
                        register.nextEvaluation(review.regionId(), issue.issuedOn()),
                        null),
                Origin.REVIEWED);
    }
}
