package org.fairreview.cleanup.intake;

import java.util.List;
import java.util.Map;

/**
 * A line of the spreadsheet as it stands there.
 *
 * @param number its number in the spreadsheet, from 1
 * @param problems what the reader found: cells that are merged, formulas without a value, marks of secrets
 */
record SheetLine(int number, Map<IntakeColumn, String> cells, List<Problem> problems) {

    SheetLine {
        cells = Map.copyOf(cells);
        problems = List.copyOf(problems);
    }

    String cell(IntakeColumn column) {
        return cells.getOrDefault(column, "");
    }
}
