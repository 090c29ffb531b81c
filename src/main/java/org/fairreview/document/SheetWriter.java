package org.fairreview.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines as a workbook (.xlsx), ready to filter and to print: dates as dates, texts as texts. Lines are let go of as
 * they are written, so that a long sheet needs no more memory than a short one.
 */
public final class SheetWriter implements AutoCloseable {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH_OF_A_CHARACTER = 256;

    /** A column: its head, its width in characters, and what stands in it: a text, a date or a number. */
    public record Column<T>(String head, int width, Function<T, @Nullable Object> value) {}

    /** Gives lines one after the other. */
    @FunctionalInterface
    public interface Lines<T> {

        void each(Consumer<T> line);
    }

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final TextCells cells = new TextCells(workbook);

    /** A workbook of one sheet. */
    public static <T> byte[] write(String title, List<Column<T>> columns, List<T> lines) {
        return write(title, "", columns, lines);
    }

    /** A workbook of one sheet, with what it tells of in a line above. */
    public static <T> byte[] write(String title, String caption, List<Column<T>> columns, List<T> lines) {
        try (SheetWriter writer = new SheetWriter();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            writer.sheet(title, caption, columns, lines::forEach);
            writer.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a sheet. */
    public <T> void sheet(String title, List<Column<T>> columns, Lines<T> lines) {
        sheet(title, "", columns, lines);
    }

    /**
     * Adds a sheet.
     *
     * @param caption what it tells of, in a line above the heads; none where empty
     */
    public <T> void sheet(String title, String caption, List<Column<T>> columns, Lines<T> lines) {
        int headRow = caption.isEmpty() ? 0 : 1;
        SXSSFSheet sheet = workbook.createSheet(title);
        for (int place = 0; place < columns.size(); place++) {
            sheet.setColumnWidth(place, columns.get(place).width() * WIDTH_OF_A_CHARACTER);
        }
        sheet.createFreezePane(0, headRow + 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:" + (headRow + 1)));
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        if (!caption.isEmpty()) {
            cells.write(sheet.createRow(0).createCell(0), caption);
            if (columns.size() > 1) {
                sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, columns.size() - 1));
            }
        }
        Row head = sheet.createRow(headRow);
        for (int place = 0; place < columns.size(); place++) {
            Cell cell = head.createCell(place);
            cell.setCellStyle(cells.head);
            cell.setCellValue(columns.get(place).head());
        }
        int[] written = {headRow};
        lines.each(line -> {
            Row row = sheet.createRow(++written[0]);
            for (int place = 0; place < columns.size(); place++) {
                write(row.createCell(place), columns.get(place).value().apply(line));
            }
        });
        sheet.setAutoFilter(new CellRangeAddress(headRow, written[0], 0, columns.size() - 1));
    }

    public void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private void write(Cell cell, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellStyle(cells.date);
            cell.setCellValue(day);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cells.write(cell, (String) value);
        }
    }
}
