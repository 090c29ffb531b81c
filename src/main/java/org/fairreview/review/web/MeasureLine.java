package org.fairreview.review.web;

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
 * A line of the ledger as other systems read it: a case, or a review of an earlier year that was entered later (补录), which
 * has no case number. Each name of an enum has its Chinese label beside it.
 *
 * @param url where the case is read
 */
record MeasureLine(
        @Nullable String caseNumber,
        @Nullable Long pastReviewId,
        String title,
        @Nullable MeasureKind kind,
        @Nullable String kindLabel,
        @Nullable Issuance issuance,
        @Nullable String issuanceLabel,
        String draftingUnit,
        String region,
        Instant receivedAt,
        @Nullable ReviewRoute route,
        @Nullable String routeLabel,
        @Nullable Stage stage,
        @Nullable String stageLabel,
        @Nullable CaseEnd caseEnd,
        @Nullable String caseEndLabel,
        boolean lead,
        @Nullable String reviewer,
        @Nullable Conclusion conclusion,
        @Nullable String conclusionLabel,
        @Nullable String documentNumber,
        @Nullable Instant signedOffAt,
        @Nullable LocalDate concludedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate endedOn,
        @Nullable Integer usedDays,
        boolean standing,
        boolean overdue,
        @Nullable Integer versions,
        @Nullable Integer findings,
        @Nullable String url) {}
