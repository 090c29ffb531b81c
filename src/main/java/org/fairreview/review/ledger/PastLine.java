package org.fairreview.review.ledger;

import java.util.Map;

/**
 * A line as somebody filled it in.
 *
 * @param row the row of the sheet, counted from 1
 * @param values texts as they were typed; what is empty is absent
 */
public record PastLine(int row, Map<PastColumn, String> values) {

    public PastLine {
        values = Map.copyOf(values);
    }

    public String value(PastColumn column) {
        return values.getOrDefault(column, "");
    }
}
