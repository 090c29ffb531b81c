package org.fairreview.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a cell, or worth knowing about a line.
 *
 * @param column absent where it is about the whole line
 * @param key of the sentence
 */
public record CellProblem<C>(@Nullable C column, String key, List<String> values) {

    public CellProblem {
        values = List.copyOf(values);
    }

    public static <C> CellProblem<C> at(@Nullable C column, String key, String... values) {
        return new CellProblem<>(column, key, List.of(values));
    }
}
