package org.fairreview.review.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.TextCells;
import org.fairreview.identity.Unit;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ledger.CheckedLine;
import org.fairreview.review.ledger.PastColumn;
import org.fairreview.review.ledger.PastLine;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The workbook in which reviews of earlier years are brought: as a template, as it comes back, and with its errors. */
@Component
class PastWorkbook {

    static final int MOST_ROWS = 5000;
    static final int MOST_BYTES = 5 << 20;

    /** 5000 lines of long texts unpack to a fraction of this. */
    private static final long MOST_UNPACKED = 60L << 20;

    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final int LARGEST_CELL = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private static final Map<PastColumn, Integer> WIDTHS = Map.ofEntries(
            Map.entry(PastColumn.UNIT, 28),
            Map.entry(PastColumn.TITLE, 50),
            Map.entry(PastColumn.KIND, 18),
            Map.entry(PastColumn.ISSUANCE, 30),
            Map.entry(PastColumn.RECEIVED, 13),
            Map.entry(PastColumn.CONCLUDED, 13),
            Map.entry(PastColumn.CONCLUSION, 28),
            Map.entry(PastColumn.DOCUMENT_NUMBER, 24),
            Map.entry(PastColumn.ISSUED_NUMBER, 24),
            Map.entry(PastColumn.ISSUED_ON, 13),
            Map.entry(PastColumn.REMARK, 30));

    /** What came out of a file: its lines, or why it is not taken. */
    record Content(List<PastLine> lines, @Nullable Refusal refusal) {

        static Content refused(String key, Object... arguments) {
            return new Content(List.of(), Refusal.at("file", key, arguments));
        }
    }

    private final Labels labels;
    private final RefusalTexts refusals;

    PastWorkbook(Labels labels, RefusalTexts refusals) {
        this.labels = labels;
        this.refusals = refusals;
    }

    // ---- what comes back

    Content read(String fileName, byte[] bytes) {
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return Content.refused("past.file.notXlsx");
        }
        if (bytes.length > MOST_BYTES) {
            return Content.refused("past.file.tooLarge");
        }
        try {
            if (!unpacksToAWorkbook(bytes)) {
                return Content.refused("past.file.notXlsx");
            }
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                return read(workbook.getSheetAt(0));
            }
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            return Content.refused("past.file.broken");
        }
    }

    /** Whether the package has a workbook in it and unpacks to what memory holds. */
    private static boolean unpacksToAWorkbook(byte[] bytes) throws IOException {
        boolean workbook = false;
        long left = MOST_UNPACKED;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                workbook |= part.getName().equals("xl/workbook.xml");
                left -= length(zip, buffer, left);
                if (left < 0) {
                    throw new ZipException("More than a workbook of this kind unpacks to");
                }
            }
        }
        return workbook;
    }

    private static long length(InputStream in, byte[] buffer, long most) throws IOException {
        long length = 0;
        for (int read = in.read(buffer); read >= 0 && length <= most; read = in.read(buffer)) {
            length += read;
        }
        return length;
    }

    private Content read(Sheet sheet) {
        Row head = sheet.getRow(sheet.getFirstRowNum() < 0 ? 0 : sheet.getFirstRowNum());
        Map<PastColumn, Integer> places = head == null ? Map.of() : places(head);
        List<String> missing = Arrays.stream(PastColumn.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(this::label)
                .toList();
        if (!missing.isEmpty()) {
            return Content.refused("past.file.headMissing", String.join("、", missing));
        }
        List<PastLine> lines = new ArrayList<>();
        DataFormatter formatter = new DataFormatter(Locale.SIMPLIFIED_CHINESE);
        formatter.setUseCachedValuesForFormulaCells(true);
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (ClassificationMark.isIn(formatter.formatCellValue(cell))) {
                    return Content.refused("past.file.classified", row.getRowNum() + 1);
                }
            }
            if (row.getRowNum() <= head.getRowNum()) {
                continue;
            }
            Map<PastColumn, String> values = new EnumMap<>(PastColumn.class);
            places.forEach((column, place) -> {
                String value = text(row.getCell(place), column, formatter);
                if (!value.isEmpty()) {
                    values.put(column, value);
                }
            });
            if (values.isEmpty()) {
                continue;
            }
            if (lines.size() == MOST_ROWS) {
                return Content.refused("past.file.tooManyRows", MOST_ROWS);
            }
            lines.add(new PastLine(row.getRowNum() + 1, values));
        }
        return lines.isEmpty() ? Content.refused("past.file.empty") : new Content(lines, null);
    }

    private Map<PastColumn, Integer> places(Row head) {
        Map<PastColumn, Integer> places = new EnumMap<>(PastColumn.class);
        DataFormatter formatter = new DataFormatter(Locale.SIMPLIFIED_CHINESE);
        for (Cell cell : head) {
            String name = formatter.formatCellValue(cell).replaceAll("[\\s*＊]", "");
            Arrays.stream(PastColumn.values())
                    .filter(column -> label(column).equals(name))
                    .forEach(column -> places.putIfAbsent(column, cell.getColumnIndex()));
        }
        return places;
    }

    private static String text(@Nullable Cell cell, PastColumn column, DataFormatter formatter) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        String text = formatter.formatCellValue(cell).strip();
        return text.length() > LARGEST_CELL ? text.substring(0, LARGEST_CELL) : text;
    }

    // ---- what is given out

    /** The empty workbook, with the units to choose among. */
    byte[] template(List<Unit> units) {
        return write(units, List.of());
    }

    /** The lines as they came, each wrong cell marked and what is wrong written into it and at the end of the line. */
    byte[] marked(List<Unit> units, List<CheckedLine> lines) {
        return write(units, lines);
    }

    private byte[] write(List<Unit> units, List<CheckedLine> lines) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            TextCells cells = new TextCells(workbook);
            Sheet sheet = workbook.createSheet(labels.text("past.sheet"));
            head(sheet, cells, !lines.isEmpty());
            lines(sheet, cells, lines);
            explanation(workbook.createSheet(labels.text("past.sheet.explanation")), cells);
            choices(workbook, sheet, units);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Sheet sheet, TextCells cells, boolean marked) {
        Row head = sheet.createRow(0);
        for (PastColumn column : PastColumn.values()) {
            int place = column.ordinal();
            sheet.setColumnWidth(place, WIDTHS.get(column) * WIDTH_OF_A_CHARACTER);
            sheet.setDefaultColumnStyle(place, column.isDate() ? cells.date : cells.text);
            Cell cell = head.createCell(place);
            cell.setCellStyle(cells.head);
            cell.setCellValue(label(column) + (column.isRequired() ? "*" : ""));
        }
        if (marked) {
            int place = PastColumn.values().length;
            sheet.setColumnWidth(place, 60 * WIDTH_OF_A_CHARACTER);
            Cell cell = head.createCell(place);
            cell.setCellStyle(cells.head);
            cell.setCellValue(labels.text("past.result"));
        }
        sheet.createFreezePane(0, 1);
    }

    private void lines(Sheet sheet, TextCells cells, List<CheckedLine> lines) {
        Drawing<?> drawing = lines.isEmpty() ? null : sheet.createDrawingPatriarch();
        for (int place = 0; place < lines.size(); place++) {
            CheckedLine checked = lines.get(place);
            Row row = sheet.createRow(place + 1);
            for (PastColumn column : PastColumn.values()) {
                Optional<String> wrong = problem(checked, column);
                Cell cell = row.createCell(column.ordinal());
                cells.write(cell, checked.line().value(column), wrong.isPresent());
                wrong.ifPresent(text -> comment(drawing, cell, text));
            }
            cells.write(row.createCell(PastColumn.values().length), result(checked), !checked.isValid());
        }
    }

    /** What is wrong with a line, column by column, or what will become of it. */
    String result(CheckedLine checked) {
        if (checked.isValid()) {
            return labels.text(checked.known() ? "past.result.known" : "past.result.valid");
        }
        return Arrays.stream(PastColumn.values())
                .flatMap(column ->
                        problem(checked, column)
                                .map(text -> labels.text("past.result.problem", label(column), text))
                                .stream())
                .collect(Collectors.joining());
    }

    private Optional<String> problem(CheckedLine checked, PastColumn column) {
        String text = checked.problems().stream()
                .filter(refusal -> column.name().equals(refusal.field()))
                .map(refusals::of)
                .collect(Collectors.joining());
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static void comment(Drawing<?> drawing, Cell cell, String text) {
        var helper = cell.getSheet().getWorkbook().getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 3);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 3);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        cell.setCellComment(comment);
    }

    private void explanation(Sheet sheet, TextCells cells) {
        sheet.setColumnWidth(0, 20 * WIDTH_OF_A_CHARACTER);
        sheet.setColumnWidth(1, 8 * WIDTH_OF_A_CHARACTER);
        sheet.setColumnWidth(2, 90 * WIDTH_OF_A_CHARACTER);
        int place = 0;
        for (String line : labels.text("past.explanation").split("\n")) {
            cells.write(sheet.createRow(place++).createCell(0), line);
            sheet.addMergedRegion(new CellRangeAddress(place - 1, place - 1, 0, 2));
        }
        Row head = sheet.createRow(++place);
        List<String> heads = List.of("past.explanation.column", "past.explanation.required", "past.explanation.text");
        for (int column = 0; column < heads.size(); column++) {
            Cell cell = head.createCell(column);
            cell.setCellStyle(cells.head);
            cell.setCellValue(labels.text(heads.get(column)));
        }
        for (PastColumn column : PastColumn.values()) {
            Row row = sheet.createRow(++place);
            cells.write(row.createCell(0), label(column));
            cells.write(row.createCell(1), column.isRequired() ? labels.text("past.explanation.required") : null);
            cells.write(row.createCell(2), labels.text("past.explanation." + column.name()));
        }
    }

    /** Lists to choose among, on a hidden sheet, because a list in the cell itself may hold 255 characters only. */
    private void choices(XSSFWorkbook workbook, Sheet sheet, List<Unit> units) {
        String name = labels.text("past.sheet.choices");
        Sheet lists = workbook.createSheet(name);
        workbook.setSheetHidden(workbook.getSheetIndex(lists), true);
        Map<PastColumn, List<String>> choices = new EnumMap<>(PastColumn.class);
        choices.put(PastColumn.UNIT, units.stream().map(Unit::name).toList());
        choices.put(PastColumn.KIND, labelsOf("measure.kind", MeasureKind.values()));
        choices.put(PastColumn.ISSUANCE, labelsOf("measure.issuance", Issuance.values()));
        choices.put(PastColumn.CONCLUSION, labelsOf("review.conclusion", Conclusion.values()));
        DataValidationHelper helper = sheet.getDataValidationHelper();
        int place = 0;
        for (Map.Entry<PastColumn, List<String>> entry : choices.entrySet()) {
            List<String> values = entry.getValue();
            for (int line = 0; line < values.size(); line++) {
                Row row = lists.getRow(line) == null ? lists.createRow(line) : lists.getRow(line);
                row.createCell(place).setCellValue(values.get(line));
            }
            char letter = (char) ('A' + place++);
            if (!values.isEmpty()) {
                int column = entry.getKey().ordinal();
                DataValidation validation = helper.createValidation(
                        helper.createFormulaListConstraint(
                                "'%s'!$%s$1:$%s$%d".formatted(name, letter, letter, values.size())),
                        new CellRangeAddressList(1, MOST_ROWS, column, column));
                validation.setShowErrorBox(true);
                validation.createErrorBox(label(entry.getKey()), labels.text("past.sheet.chooseFromList"));
                sheet.addValidationData(validation);
            }
        }
    }

    private List<String> labelsOf(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> labels.of(prefix, value)).toList();
    }

    private String label(PastColumn column) {
        return labels.of("past.column", column);
    }
}
