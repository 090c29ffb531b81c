package org.fairreview.reporting;

/**
 * How long one step took against its limit, over the rows that the figure {@code steps} counts.
 *
 * @param done how often it was done
 * @param limited how often with a limit
 * @param late how often after it
 * @param median half took no longer, in minutes by the clock on the wall
 * @param ninety nine of ten took no longer, in minutes
 */
public record StepDuration(String step, int done, int limited, int late, int median, int ninety) {

    /** The share of those with a limit that were late, in hundredths. */
    public int latePercent() {
        return limited == 0 ? 0 : Math.round(late * 100f / limited);
    }
}
