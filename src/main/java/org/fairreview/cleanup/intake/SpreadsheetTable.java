package org.fairreview.cleanup.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.NotTaken;
import org.fairreview.document.RowTaker;
import org.fairreview.document.SheetTable;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** The rows of a spreadsheet as texts, from .xlsx or .csv, whatever they mean. */
public final class SpreadsheetTable {

    private static final int MOST = 20_000;

    /**
     * The rows from the first, or why the file is not taken.
     *
     * @param refusal about the field {@code file}
     */
    public record Read(List<List<String>> rows, @Nullable Refusal refusal) {}

    private SpreadsheetTable() {}

    public static Read of(Path file, String name) {
        List<List<String>> rows = new ArrayList<>();
        RowTaker taker = (number, cells, merged) -> {
            if (cells.stream().anyMatch(ClassificationMark::isIn)) {
                throw new NotTaken("intake.sheet.classified", String.valueOf(number));
            }
            if (rows.size() == MOST) {
                throw new NotTaken("intake.sheet.tooManyLines", String.valueOf(MOST));
            }
            rows.add(List.copyOf(cells));
        };
        try {
            SheetTable.read(file, name, taker);
        } catch (NotTaken notTaken) {
            return new Read(
                    List.of(),
                    Refusal.at("file", notTaken.key(), notTaken.values().toArray()));
        }
        return new Read(List.copyOf(rows), null);
    }
}
