package org.fairreview.review.ledger;

import java.util.List;
import org.fairreview.workflow.Refusal;

/**
 * A line, and what is wrong with it; the field of a refusal is the name of its column.
 *
 * @param known whether it was entered before, so that it adds nothing
 */
public record CheckedLine(PastLine line, List<Refusal> problems, boolean known) {

    public CheckedLine {
        problems = List.copyOf(problems);
    }

    public boolean isValid() {
        return problems.isEmpty();
    }

    /** Whether taking it adds a review. */
    public boolean adds() {
        return isValid() && !known;
    }
}
