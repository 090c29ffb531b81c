package org.fairreview.cleanup;

import java.util.List;
import org.fairreview.review.Disposition;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.HitDismissal;
import org.fairreview.review.Justification;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says after its item-by-item check.
 *
 * @param exception why the measure may stay although it restricts competition; needed where a finding is excepted
 */
public record LegacyCheck(
        Outcome proposal,
        String reason,
        @Nullable ExceptionClaim exception,
        List<DecidedFinding> findings,
        List<HitDismissal> dismissals) {

    public LegacyCheck {
        findings = List.copyOf(findings);
        dismissals = List.copyOf(dismissals);
    }

    /** A finding as it is written down, with what becomes of it. */
    public record DecidedFinding(
            FindingDraft draft,
            @Nullable Disposition disposition,
            @Nullable Justification justification,
            String note) {}

    /** What somebody found and dismissed. */
    public record Written(List<DecidedFinding> findings, List<HitDismissal> dismissals) {

        public Written {
            findings = List.copyOf(findings);
            dismissals = List.copyOf(dismissals);
        }
    }
}
