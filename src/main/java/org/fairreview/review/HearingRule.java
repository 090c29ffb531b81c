package org.fairreview.review;

import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.measure.MeasureVersion;

/** That interested parties are heard on a measure (Reg. 16, Measures 28). */
final class HearingRule {

    private HearingRule() {}

    /** Whether they were; only for agreements with a business it may be left out, with a note (Q&A second batch no. 6). */
    static boolean isKept(MeasureVersion version, MeasureFacts facts) {
        return version.statement().heard()
                || facts.kind() == MeasureKind.AGREEMENT
                || facts.issuance() == Issuance.AGREEMENT;
    }
}
