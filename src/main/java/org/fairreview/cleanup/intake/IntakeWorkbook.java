package org.fairreview.cleanup.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.fairreview.document.MarkedSheet;
import org.fairreview.document.MarkedSheet.Column;
import org.fairreview.document.TextCells;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.springframework.stereotype.Component;

/** The workbook of an import: as a template, and with what is wrong in its cells. Written row by row. */
@Component
public class IntakeWorkbook {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final Map<IntakeColumn, Integer> WIDTHS = new EnumMap<>(Map.ofEntries(
            Map.entry(IntakeColumn.SEQUENCE, 7),
            Map.entry(IntakeColumn.TITLE, 50),
            Map.entry(IntakeColumn.DOCUMENT_NUMBER, 22),
            Map.entry(IntakeColumn.ISSUER, 28),
            Map.entry(IntakeColumn.UNIT, 28),
            Map.entry(IntakeColumn.ISSUED_ON, 13),
            Map.entry(IntakeColumn.VALID_UNTIL, 13),
            Map.entry(IntakeColumn.KIND, 18),
            Map.entry(IntakeColumn.ISSUANCE, 30),
            Map.entry(IntakeColumn.LINK, 30),
            Map.entry(IntakeColumn.FILE, 36),
            Map.entry(IntakeColumn.REMARK, 30)));

    private final IntakeTexts texts;

    IntakeWorkbook(IntakeTexts texts) {
        this.texts = texts;
    }

    /** The empty workbook, with the units and words to choose among. */
    public void template(List<String> units, OutputStream out) throws IOException {
        write(units, from -> List.of(), false, out);
    }

    /**
     * The lines as they came, each wrong cell marked, and what became of them at their end.
     *
     * @param lines gives the lines from a place on, in order; none when there are no more
     */
    public void marked(List<String> units, IntFunction<List<Imports.Line>> lines, OutputStream out) throws IOException {
        write(units, lines, true, out);
    }

    private void write(List<String> units, IntFunction<List<Imports.Line>> lines, boolean marked, OutputStream out)
            throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            TextCells cells = new TextCells(workbook);
            Sheet sheet = workbook.createSheet(texts.of("intake.sheet"));
            MarkedSheet<Imports.Line> written = new MarkedSheet<>(sheet, cells, columns());
            if (marked) {
                written.head(texts.of("intake.result"));
                written.lines(lines, this::result, line -> !line.problems().isEmpty());
            } else {
                written.head();
            }
            explanation(workbook.createSheet(texts.of("intake.sheet.explanation")), cells);
            choices(workbook, sheet, units);
            workbook.write(out);
        }
    }

    private List<Column<Imports.Line>> columns() {
        return Stream.of(IntakeColumn.values())
                .map(column -> new Column<Imports.Line>(
                        texts.label(column) + (column.isRequired() ? "*" : ""),
                        WIDTHS.get(column),
                        column.isDate(),
                        line -> line.cell(column),
                        line -> texts.cell(line, column)))
                .toList();
    }

    private static void headCell(Row head, int place, String text, TextCells cells) {
        Cell cell = head.createCell(place);
        cell.setCellStyle(cells.head);
        cell.setCellValue(text);
    }

    private String result(Imports.Line line) {
        return line.problems().isEmpty() ? texts.of("intake.line." + line.state()) : texts.of(line);
    }

    private void explanation(Sheet sheet, TextCells cells) {
        sheet.setColumnWidth(0, 20 * WIDTH_OF_A_CHARACTER);
        sheet.setColumnWidth(1, 8 * WIDTH_OF_A_CHARACTER);
        sheet.setColumnWidth(2, 90 * WIDTH_OF_A_CHARACTER);
        int place = 0;
        for (String line : texts.of("intake.explanation").split("\n")) {
            cells.write(sheet.createRow(place++).createCell(0), line);
            sheet.addMergedRegion(new CellRangeAddress(place - 1, place - 1, 0, 2));
        }
        Row head = sheet.createRow(++place);
        headCell(head, 0, texts.of("intake.explanation.column"), cells);
        headCell(head, 1, texts.of("intake.explanation.required"), cells);
        headCell(head, 2, texts.of("intake.explanation.text"), cells);
        for (IntakeColumn column : IntakeColumn.values()) {
            Row row = sheet.createRow(++place);
            cells.write(row.createCell(0), texts.label(column));
            cells.write(row.createCell(1), column.isRequired() ? texts.of("intake.explanation.required") : null);
            cells.write(row.createCell(2), texts.of("intake.explanation." + column.name()));
        }
    }

    /** Lists to choose among, on a hidden sheet, because a list in the cell itself may hold 255 characters only. */
    private void choices(SXSSFWorkbook workbook, Sheet sheet, List<String> units) {
        String name = texts.of("intake.sheet.choices");
        Sheet lists = workbook.createSheet(name);
        workbook.setSheetHidden(workbook.getSheetIndex(lists), true);
        Map<IntakeColumn, List<String>> choices = new EnumMap<>(IntakeColumn.class);
        choices.put(IntakeColumn.UNIT, units);
        choices.put(IntakeColumn.KIND, labels("intake.kind.", MeasureKind.values()));
        choices.put(IntakeColumn.ISSUANCE, labels("measure.issuance.", Issuance.values()));
        int longest = choices.values().stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < longest; line++) {
            Row row = lists.createRow(line);
            int place = 0;
            for (List<String> values : choices.values()) {
                if (line < values.size()) {
                    row.createCell(place).setCellValue(values.get(line));
                }
                place++;
            }
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        char letter = 'A';
        for (Map.Entry<IntakeColumn, List<String>> entry : choices.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                int column = entry.getKey().ordinal();
                DataValidation validation = helper.createValidation(
                        helper.createFormulaListConstraint("'%s'!$%s$1:$%s$%d"
                                .formatted(
                                        name, letter, letter, entry.getValue().size())),
                        new CellRangeAddressList(1, SheetReader.MOST_LINES, column, column));
                validation.setShowErrorBox(true);
                validation.createErrorBox(texts.label(entry.getKey()), texts.of("intake.sheet.chooseFromList"));
                sheet.addValidationData(validation);
            }
            letter++;
        }
    }

    private List<String> labels(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> texts.of(prefix + value.name()))
                .toList();
    }
}
