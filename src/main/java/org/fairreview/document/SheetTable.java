package org.fairreview.document;

import java.nio.file.Path;
import java.util.Locale;

/** The rows of a spreadsheet as texts, one after the other, from .xlsx or .csv, whatever they mean. */
public final class SheetTable {

    private SheetTable() {}

    /** Gives the rows of the first sheet to the taker; the name of the file says what it is. */
    public static void read(Path file, String name, RowTaker taker) throws NotTaken {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            XlsxTable.read(file, taker);
        } else if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            CsvTable.read(file, taker);
        } else {
            throw new NotTaken("intake.sheet.type");
        }
    }
}
