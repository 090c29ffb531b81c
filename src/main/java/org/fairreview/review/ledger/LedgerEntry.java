package org.fairreview.review.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger (台账), with what its reader may know: a case, or a review of an earlier year that was entered
 * later (补录) or done on paper (线下审查), which has an id of its own and neither number nor clock.
 *
 * @param route by whom it is reviewed
 * @param end how the case ended
 * @param lead whether its issue is a lead for supervision
 * @param lastDay the day on which the limit ends; absent while the clock stands still
 * @param usedDays working days used so far
 */
public record LedgerEntry(
        @Nullable String number,
        @Nullable Long pastId,
        String title,
        @Nullable MeasureKind kind,
        @Nullable Issuance issuance,
        String draftingUnit,
        String region,
        Instant receivedAt,
        @Nullable ReviewRoute route,
        @Nullable Stage stage,
        @Nullable CaseEnd end,
        boolean lead,
        @Nullable String reviewerId,
        @Nullable Conclusion conclusion,
        @Nullable String documentNumber,
        @Nullable LocalDate concludedOn,
        @Nullable Instant signedOffAt,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate endedOn,
        @Nullable Integer usedDays,
        boolean standing,
        boolean over,
        @Nullable Integer versions,
        @Nullable Integer findings) {

    /** Whether it was not carried out here: a review of an earlier year, or one that was done on paper. */
    public boolean isPast() {
        return pastId != null;
    }

    /** Whether a classified measure was reviewed on paper; then there is no title. */
    public boolean isOffline() {
        return end == CaseEnd.OFFLINE;
    }
}
