package org.fairreview.reporting;

import java.util.List;

/**
 * A unit's score, line by line (考核评分表).
 *
 * @param lines one for each component, in their order
 */
public record ScoreCard(String unitId, List<Line> lines) {

    /**
     * One component.
     *
     * @param counts what was counted, in the order of {@link ScoreComponent#counted}
     * @param applies whether there was anything to score
     * @param share of the weight in thousandths
     * @param tenths of points
     */
    public record Line(
            ScoreComponent component,
            int weight,
            int deduction,
            List<Integer> counts,
            boolean applies,
            int share,
            int tenths) {}

    /** The sum of the lines, in tenths of points. */
    public int tenths() {
        return lines.stream().mapToInt(Line::tenths).sum();
    }
}
