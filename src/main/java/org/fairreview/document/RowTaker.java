package org.fairreview.document;

import java.util.List;
import java.util.Map;

/** Takes the rows of a table as they come. */
public interface RowTaker {

    /**
     * A row with something in it.
     *
     * @param number from 1
     * @param cells from the first column; empty texts where nothing stands
     * @param merged what stands in the cells above with which a cell of this row is merged, by column
     */
    void take(int number, List<String> cells, Map<Integer, String> merged) throws NotTaken;
}
