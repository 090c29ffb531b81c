package org.fairreview.reminder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of letter, as {@code reminder/letter-kinds.yaml} states it.
 *
 * @param statement what its ground statement says, as the label of the field
 * @param reply the step in the table of limits for the reply; null where none is expected
 * @param next the kinds that are offered when the matter is not put right
 */
public record LetterKind(
        String key,
        String label,
        Ground ground,
        String article,
        List<Addressee> addressees,
        String statement,
        String template,
        @Nullable String reply,
        String asks,
        List<String> next) {

    public LetterKind {
        addressees = List.copyOf(addressees);
        next = List.copyOf(next);
    }

    public boolean expectsReply() {
        return reply != null;
    }
}
