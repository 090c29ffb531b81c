package org.fairreview.cleanup.overview;

import java.time.LocalDate;
import org.fairreview.cleanup.MeasureInForce.State;
import org.jspecify.annotations.Nullable;

/**
 * A measure in the list of the register.
 *
 * @param expired whether it is in force though its validity has ended
 * @param excepted whether it stays in force under an exception
 */
public record RegisterLine(
        String measureId,
        String title,
        String documentNumber,
        String issuer,
        String unit,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate nextEvaluationOn,
        State state,
        LocalDate stateSince,
        boolean expired,
        boolean excepted,
        @Nullable LocalDate exceptionUntil) {}
