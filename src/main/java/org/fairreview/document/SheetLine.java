package org.fairreview.document;

import java.util.List;
import java.util.Map;

/**
 * A line of a spreadsheet as it stands there.
 *
 * @param number its number in the spreadsheet, from 1
 * @param others what stands in columns that the kind of list does not know, by their heads
 * @param problems what the reader found: cells that are merged, formulas without a value, marks of secrets
 */
public record SheetLine<C>(
        int number, Map<C, String> cells, Map<String, String> others, List<CellProblem<C>> problems) {

    public SheetLine {
        cells = Map.copyOf(cells);
        others = Map.copyOf(others);
        problems = List.copyOf(problems);
    }

    public String cell(C column) {
        return cells.getOrDefault(column, "");
    }
}
