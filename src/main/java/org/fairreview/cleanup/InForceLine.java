package org.fairreview.cleanup;

import java.time.LocalDate;
import org.fairreview.measure.Issuance;
import org.jspecify.annotations.Nullable;

/**
 * A measure in force with what was stated about it, for those who look at many.
 *
 * @param industries the fields that it touches, in words; may be empty
 */
public record InForceLine(
        String measureId,
        @Nullable String versionId,
        String title,
        String documentNumber,
        String regionId,
        String unitId,
        Issuance issuance,
        String industries,
        @Nullable LocalDate issuedOn) {}
