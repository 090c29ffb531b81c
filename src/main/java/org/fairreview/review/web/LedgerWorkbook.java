package org.fairreview.review.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.fairreview.identity.Directory;
import org.fairreview.review.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger as a workbook (.xlsx): a line each, dates as dates, texts as texts. */
@Component
class LedgerWorkbook {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH_OF_A_CHARACTER = 256;

    /** A column: the key of its head, its width in characters, and what stands in it: a text, a date or a number. */
    private record Column(String key, int width, Function<LedgerEntry, @Nullable Object> value) {}

    private final Directory directory;
    private final LedgerRows rows;
    private final Labels labels;
    private final Moments moments;

    LedgerWorkbook(Directory directory, LedgerRows rows, Labels labels, Moments moments) {
        this.directory = directory;
        this.rows = rows;
        this.labels = labels;
        this.moments = moments;
    }

    byte[] of(List<LedgerEntry> entries) {
        List<Column> columns = columns();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            TextCells cells = new TextCells(workbook);
            SXSSFSheet sheet = workbook.createSheet(labels.text("ledger.title"));
            for (int place = 0; place < columns.size(); place++) {
                sheet.setColumnWidth(place, columns.get(place).width() * WIDTH_OF_A_CHARACTER);
            }
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(new CellRangeAddress(0, entries.size(), 0, columns.size() - 1));
            sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setFitHeight((short) 0);
            Row head = sheet.createRow(0);
            for (int place = 0; place < columns.size(); place++) {
                Cell cell = head.createCell(place);
                cell.setCellStyle(cells.head);
                cell.setCellValue(
                        labels.text("ledger.column." + columns.get(place).key()));
            }
            for (int line = 0; line < entries.size(); line++) {
                Row row = sheet.createRow(line + 1);
                for (int place = 0; place < columns.size(); place++) {
                    write(
                            cells,
                            row.createCell(place),
                            columns.get(place).value().apply(entries.get(line)));
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

    private List<Column> columns() {
        Map<String, String> names = new HashMap<>();
        return List.of(
                new Column("number", 18, LedgerEntry::number),
                new Column("title", 50, LedgerEntry::title),
                new Column("kind", 16, entry -> entry.kind() == null ? null : labels.of("measure.kind", entry.kind())),
                new Column(
                        "issuance",
                        26,
                        entry -> entry.issuance() == null ? null : labels.of("measure.issuance", entry.issuance())),
                new Column("unit", 28, LedgerEntry::draftingUnit),
                new Column("received", 12, entry -> day(entry.receivedAt())),
                new Column("stage", 12, rows::stage),
                new Column(
                        "reviewer",
                        10,
                        entry -> entry.reviewerId() == null
                                ? null
                                : names.computeIfAbsent(entry.reviewerId(), directory::nameOf)),
                new Column(
                        "conclusion",
                        26,
                        entry ->
                                entry.conclusion() == null ? null : labels.of("review.conclusion", entry.conclusion())),
                new Column("documentNumber", 24, LedgerEntry::documentNumber),
                new Column("signedOff", 12, entry -> entry.isPast() ? entry.concludedOn() : day(entry.signedOffAt())),
                new Column("delivered", 12, LedgerEntry::deliveredOn),
                new Column("due", 12, LedgerEntry::lastDay),
                new Column("usedDays", 12, LedgerEntry::usedDays),
                new Column("versions", 8, LedgerEntry::versions),
                new Column("findings", 8, LedgerEntry::findings),
                new Column(
                        "route", 26, entry -> entry.route() == null ? null : labels.of("review.route", entry.route())));
    }

    private @Nullable LocalDate day(@Nullable Instant moment) {
        return moment == null ? null : moments.dayOf(moment);
    }
}
