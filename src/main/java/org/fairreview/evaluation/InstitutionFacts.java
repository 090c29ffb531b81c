package org.fairreview.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an institution.
 *
 * @param independenceOn when it undertook to be independent
 * @param secrecyOn when it undertook to keep secret what it is shown
 * @param validUntil the last day on which both undertakings hold; null where they have no end
 */
public record InstitutionFacts(
        String qualification,
        @Nullable LocalDate independenceOn,
        @Nullable LocalDate secrecyOn,
        @Nullable LocalDate validUntil,
        LocalDate since,
        @Nullable LocalDate leftOn) {}
