package org.fairreview.review;

import org.fairreview.measure.Issuance;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.measure.MeasureVersion;

/** That interested parties are heard on a measure (Reg. 16, Measures 28). */
final class HearingRule {

    private HearingRule() {}

    /**
     * Whether they were; for agreements with a business it may be left out, with a note (Q&A second batch no. 6), and on
     * what may not be shown to everybody the drafting unit follows other provisions and says how (Measures 28).
     */
    static boolean isKept(MeasureVersion version, Measure measure) {
        MeasureFacts facts = measure.facts();
        return version.statement().heard()
                || facts.kind() == MeasureKind.AGREEMENT
                || facts.issuance() == Issuance.AGREEMENT
                || isOtherwise(measure);
    }

    /** Whether they were heard in another way, as the drafting unit says of a restricted measure. */
    static boolean isOtherwise(Measure measure) {
        return measure.circulation().isRestricted()
                && !measure.hearingOtherwise().isBlank();
    }
}
