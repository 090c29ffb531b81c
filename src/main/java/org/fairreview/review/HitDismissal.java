package org.fairreview.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the reviewer says of a hit of the screening that is no problem.
 *
 * @param hit the key of the hit
 * @param number its number in the reviewer's list, for messages
 * @param dismissed false where an earlier dismissal is taken back
 * @param reason why it is no problem; demanded of a dismissal
 */
public record HitDismissal(
        @NotNull(message = "{task.malformed}") String hit,
        int number,
        boolean dismissed,
        @Nullable @Size(max = 2000, message = "{hit.reasonTooLong}") String reason) {

    /** The reason; empty where none is given. */
    public String reasonGiven() {
        return reason == null ? "" : reason.strip();
    }
}
