package org.fairreview.reporting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How today's counting of a closed figure differs from the closed one.
 *
 * @param closed the number as it was closed
 * @param counted the number as the ledger has it today
 * @param state a digest of the difference: a reason belongs to the difference that was seen
 * @param gone how many lines were counted and are no more
 * @param come how many lines were not counted and are now
 * @param entries some of the lines: those that are gone first
 * @param reasons what was said about differences of the figure, the newest first
 */
public record Difference(
        Figure figure,
        int closed,
        int counted,
        String state,
        int gone,
        int come,
        List<Entry> entries,
        List<Reason> reasons) {

    /**
     * A line by what cannot change without a correction; what it is told apart by may go on, as the state of a letter.
     *
     * @param isGone whether it was counted and is no more; else it was not counted and is now
     * @param title null where nothing is written down, or where it is for the case's handlers only
     * @param amount for how many all such lines count
     * @param restricted whether it is now for the handlers of its case only
     */
    public record Entry(
            boolean isGone,
            String subject,
            @Nullable String title,
            String regionId,
            @Nullable String unitId,
            @Nullable String on,
            int amount,
            @Nullable String url,
            boolean restricted) {}

    /** Who said why, and when. */
    public record Reason(int counted, String state, String text, String by, Instant at) {}

    public boolean isExplained() {
        return reasons.stream().anyMatch(reason -> reason.state().equals(state));
    }
}
