package org.fairreview.document;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * The cell styles of a workbook that we write; a text stays a text, whatever it begins with.
 *
 * <p>What a spreadsheet could take for a formula gets the spreadsheet's own apostrophe (quote prefix): the text is
 * unchanged, and it stays a text when somebody edits the cell.
 */
public final class TextCells {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    public final CellStyle head;
    public final CellStyle text;
    public final CellStyle date;
    public final CellStyle wrong;
    private final CellStyle quoted;
    private final CellStyle wrongQuoted;

    public TextCells(Workbook workbook) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        head = workbook.createCellStyle();
        head.setFont(bold);
        head.setAlignment(HorizontalAlignment.CENTER);
        head.setVerticalAlignment(VerticalAlignment.CENTER);
        head.setWrapText(true);
        fill(head, IndexedColors.PALE_BLUE);
        text = top(workbook);
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setWrapText(true);
        quoted = workbook.createCellStyle();
        quoted.cloneStyleFrom(text);
        quoted.setQuotePrefixed(true);
        date = top(workbook);
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        date.setAlignment(HorizontalAlignment.LEFT);
        wrong = workbook.createCellStyle();
        wrong.cloneStyleFrom(text);
        fill(wrong, IndexedColors.ROSE);
        wrongQuoted = workbook.createCellStyle();
        wrongQuoted.cloneStyleFrom(wrong);
        wrongQuoted.setQuotePrefixed(true);
    }

    /** What Excel holds in a cell. */
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    public void write(Cell cell, @Nullable String value) {
        write(cell, value, false);
    }

    /** Writes a text, marked as wrong where it is. */
    public void write(Cell cell, @Nullable String value, boolean isWrong) {
        boolean quote = value != null && !value.isEmpty() && STARTS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        if (isWrong) {
            cell.setCellStyle(quote ? wrongQuoted : wrong);
        } else {
            cell.setCellStyle(quote ? quoted : text);
        }
        if (value != null) {
            cell.setCellValue(value.length() > LONGEST ? value.substring(0, LONGEST - 1) + "…" : value);
        }
    }

    private static CellStyle top(Workbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static void fill(CellStyle style, IndexedColors color) {
        style.setFillForegroundColor(color.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
