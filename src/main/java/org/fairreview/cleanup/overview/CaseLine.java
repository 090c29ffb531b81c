package org.fairreview.cleanup.overview;

import java.time.LocalDate;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A case of a clean-up in a list.
 *
 * @param sampled whether the regulator checks it in full; false where the person may not know
 * @param hits what the screening points out; null where the text was not screened
 * @param openFindings because of which the measure cannot stay as it is
 */
public record CaseLine(
        String number,
        String title,
        String documentNumber,
        @Nullable LocalDate issuedOn,
        String issuer,
        String unitId,
        String unit,
        LegacyStage stage,
        boolean late,
        boolean sampled,
        @Nullable Outcome proposal,
        String proposalReason,
        @Nullable Outcome outcome,
        @Nullable Integer hits,
        int openFindings) {}
