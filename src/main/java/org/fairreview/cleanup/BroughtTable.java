package org.fairreview.cleanup;

import java.nio.file.Path;
import java.util.List;
import org.fairreview.cleanup.intake.SpreadsheetTable;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** The rows of a list that an office brings as .xlsx, .csv or .txt, read as the import of clean-ups reads them. */
public record BroughtTable(List<List<String>> rows, @Nullable Refusal refusal) {

    public static BroughtTable of(Path file, String name) {
        SpreadsheetTable.Read read = SpreadsheetTable.of(file, name);
        return new BroughtTable(read.rows(), read.refusal());
    }
}
