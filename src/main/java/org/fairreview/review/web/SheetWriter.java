package org.fairreview.review.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.fairreview.document.TextCells;
import org.jspecify.annotations.Nullable;

/** Writes lines as a workbook (.xlsx) of one sheet, ready to filter and to print: dates as dates, texts as texts. */
final class SheetWriter {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH_OF_A_CHARACTER = 256;

    /** A column: its head, its width in characters, and what stands in it: a text, a date or a number. */
    record Column<T>(String head, int width, Function<T, @Nullable Object> value) {}

    private SheetWriter() {}

    static <T> byte[] write(String title, List<Column<T>> columns, List<T> lines) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            TextCells cells = new TextCells(workbook);
            SXSSFSheet sheet = workbook.createSheet(title);
            for (int place = 0; place < columns.size(); place++) {
                sheet.setColumnWidth(place, columns.get(place).width() * WIDTH_OF_A_CHARACTER);
            }
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, lines.size(), 0, columns.size() - 1));
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            Row head = sheet.createRow(0);
            for (int place = 0; place < columns.size(); place++) {
                Cell cell = head.createCell(place);
                cell.setCellStyle(cells.head);
                cell.setCellValue(columns.get(place).head());
            }
            for (int line = 0; line < lines.size(); line++) {
                Row row = sheet.createRow(line + 1);
                for (int place = 0; place < columns.size(); place++) {
                    write(
                            cells,
                            row.createCell(place),
                            columns.get(place).value().apply(lines.get(line)));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(TextCells cells, Cell cell, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellStyle(cells.date);
            cell.setCellValue(day);
        } else if (value instanceof Integer number) {
            cell.setCellValue(number);
        } else {
            cells.write(cell, (String) value);
        }
    }
}
