package org.fairreview.reporting;

import java.time.LocalDate;
import java.util.Map;

/**
 * The office's weights.
 *
 * @param regionId {@code *} for those that the product brings
 * @param weights by component; together 100
 * @param deductions in percent of the weight, of the components of which each thing counted takes something off
 */
public record ScoreScheme(
        String regionId,
        LocalDate validFrom,
        String reason,
        Map<ScoreComponent, Integer> weights,
        Map<ScoreComponent, Integer> deductions) {

    public static final int TOTAL = 100;
}
