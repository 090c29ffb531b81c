package org.fairreview.cleanup.intake;

import java.util.List;
import org.fairreview.document.CellProblem;
import org.fairreview.document.NotTaken;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a cell, or worth knowing about a line.
 *
 * @param column absent where it is about the whole
 * @param key of the sentence
 */
public record Problem(@Nullable IntakeColumn column, String key, List<String> values) {

    public Problem {
        values = List.copyOf(values);
    }

    static Problem at(IntakeColumn column, String key, String... values) {
        return new Problem(column, key, List.of(values));
    }

    static Problem of(CellProblem<IntakeColumn> found) {
        return new Problem(found.column(), found.key(), found.values());
    }

    static Problem of(NotTaken why) {
        return new Problem(null, why.key(), why.values());
    }

    static Problem of(String key, String... values) {
        return new Problem(null, key, List.of(values));
    }
}
