package org.fairreview.review.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.DeliveryWay;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A case as other systems read it, with no more than the page of the case shows to the same person. Each name of an enum
 * has its Chinese label beside it.
 *
 * @param reviewer the reviewer's name, for those inside of the review
 * @param openTasks where the case stands now, for those inside and for whoever may work on a task
 */
record CaseDetail(
        String number,
        String title,
        String draftingUnit,
        String regulator,
        ReviewRoute route,
        String routeLabel,
        Stage stage,
        String stageLabel,
        @Nullable CaseEnd caseEnd,
        @Nullable String caseEndLabel,
        @Nullable String endReason,
        @Nullable Instant endedAt,
        String regime,
        int round,
        boolean onBehalf,
        String submittedBy,
        Instant submittedAt,
        @Nullable LocalDate receivedOn,
        @Nullable String reviewer,
        @Nullable String supplementAsked,
        @Nullable String changeAsked,
        Facts facts,
        @Nullable Clock clock,
        @Nullable LocalDate lastDay,
        List<OpenStep> openTasks,
        List<Version> versions,
        @Nullable Conclusion conclusion,
        @Nullable String conclusionLabel,
        @Nullable Concluded concluded,
        @Nullable LocalDate deliveredOn,
        List<Past> pastConclusions,
        @Nullable Issued issue,
        List<Entry> timeline) {

    /** What the drafting unit states about the measure. */
    record Facts(
            MeasureKind kind,
            String kindLabel,
            Issuance issuance,
            String issuanceLabel,
            String issuingBody,
            String coDrafters,
            String industries,
            String legalBasis,
            String contactName,
            String contactPhone,
            Circulation circulation,
            String circulationLabel,
            String hearingOtherwise) {}

    /** The limit, in working days; there is no last day while it stands still. */
    record Clock(
            LocalDate startedOn,
            int limitDays,
            int usedDays,
            int stoppedDays,
            boolean standing,
            boolean overdue,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate endedOn) {}

    /** An open task. */
    record OpenStep(String name, @Nullable String assignee, @Nullable Instant dueAt, boolean overdue) {}

    /** A version with the drafting unit's statement and its files. */
    record Version(
            int number,
            boolean current,
            String submittedBy,
            Instant submittedAt,
            String digest,
            boolean heard,
            String hearing,
            String adoption,
            String firstOpinion,
            List<VersionFile> files) {}

    /** A file; the address is that of the portal, for a browser. */
    record VersionFile(FileRole role, String roleLabel, String name, long size, String sha256, String url) {}

    /** The paper that states the conclusion in force. */
    record Concluded(
            Conclusion conclusion,
            String conclusionLabel,
            boolean allowsIssue,
            @Nullable String documentNumber,
            @Nullable String documentSha256,
            @Nullable String documentUrl,
            @Nullable Instant signedOffAt,
            @Nullable LocalDate sealedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable String deliveredTo,
            @Nullable DeliveryWay deliveryWay,
            @Nullable String deliveryWayLabel) {}

    /** What was concluded on an earlier version. */
    record Past(
            int round,
            Conclusion conclusion,
            String conclusionLabel,
            @Nullable String documentNumber,
            Instant signedOffAt,
            @Nullable LocalDate deliveredOn,
            boolean voided,
            String reason) {}

    /** How the measure was issued; a lead where it deviates from what was reviewed, or came too early. */
    record Issued(
            String number, LocalDate issuedOn, String link, int passagesDeviating, boolean tooEarly, boolean lead) {}

    /** A step of the record: the act's name, and in Chinese what it was. */
    record Entry(
            Instant at, String act, String what, String who, @Nullable String unit, boolean system, List<Said> said) {}

    /** A label and what was said; nested where the answer was a list. */
    record Said(String label, @Nullable String value, List<Said> lines) {

        static Said of(Timeline.Line line) {
            return new Said(
                    line.label(),
                    line.value(),
                    line.lines().stream().map(Said::of).toList());
        }
    }
}
