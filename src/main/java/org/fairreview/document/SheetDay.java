package org.fairreview.document;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it in a spreadsheet: 2023-05-08, 2023年5月8日, 2023.5.8, 20230508.
 *
 * @param day null where it is none
 * @param wrong the key of the sentence that says why it is none
 */
public record SheetDay(@Nullable LocalDate day, @Nullable String wrong) {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.．。年]\\s*(\\d{1,2})\\s*[-/.．。月]\\s*(\\d{1,2})\\s*日?(\\s+0{1,2}:00(:00)?)?");
    private static final Pattern SHORT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    /** A day of our times as a spreadsheet counts it, in a cell that is not formatted as one. */
    private static final Pattern COUNTED = Pattern.compile("[2-6]\\d{4}(\\.\\d+)?");

    /** Reads what stands in a cell that is not empty. */
    public static SheetDay of(String cell) {
        String said = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        Matcher day = DAY.matcher(said);
        Matcher found = day.matches() ? day : SHORT_DAY.matcher(said);
        if (!found.matches()) {
            return new SheetDay(null, COUNTED.matcher(said).matches() ? "intake.day.unformatted" : "intake.day.none");
        }
        try {
            return new SheetDay(
                    LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3))),
                    null);
        } catch (DateTimeException e) {
            return new SheetDay(null, "intake.day.impossible");
        }
    }
}
