package org.fairreview.cleanup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.document.NotTaken;
import org.fairreview.kit.LegacyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class SheetReaderTests {

    @TempDir
    Path folder;

    @Test
    void dates_formulas_and_numbers_are_read_as_they_look() throws Exception {
        List<SheetLine> lines = read(workbook((workbook, sheet) -> {
            Row row = sheet.getRow(1);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(5).setCellValue(LocalDate.of(2021, 5, 8));
            row.getCell(5).setCellStyle(date);
            row.createCell(2).setCellFormula("\"襄政发〔2021〕\"&1+2&\"号\"");
            row.createCell(0).setCellValue(12);
            row.createCell(6).setCellFormula("1/0");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        SheetLine line = lines.get(0);
        assertThat(line.number()).isEqualTo(2);
        assertThat(line.cell(IntakeColumn.ISSUED_ON)).isEqualTo("2021-05-08");
        assertThat(line.cell(IntakeColumn.DOCUMENT_NUMBER)).isEqualTo("襄政发〔2021〕3号");
        assertThat(line.cell(IntakeColumn.SEQUENCE)).isEqualTo("12");
        assertThat(line.problems()).extracting(Problem::key).containsExactly("intake.formulaError");
    }

    @Test
    void a_merged_unit_is_that_of_each_line_and_a_merged_title_is_wrong() throws Exception {
        List<SheetLine> lines = read(workbook((workbook, sheet) -> {
            Row second = sheet.createRow(2);
            second.createCell(2).setCellValue("襄发改规〔2021〕2号");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 4, 4));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
        }));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).cell(IntakeColumn.UNIT)).isEqualTo(LegacyFiles.UNIT);
        assertThat(lines.get(1).cell(IntakeColumn.TITLE)).isEmpty();
        assertThat(lines.get(1).problems()).containsExactly(Problem.at(IntakeColumn.TITLE, "intake.merged"));
    }

    @Test
    void the_head_may_stand_below_a_banner_in_other_words_and_another_order() throws Exception {
        Path file = folder.resolve("清单.xlsx");
        Files.write(
                file,
                LegacyFiles.workbook(
                        List.of("附件1 现行有效政策措施清单"),
                        List.of(
                                List.of("责任部门", "文件名称", "发文机关", "发文字号", "成文日期", "页数"),
                                List.of(LegacyFiles.UNIT, "办法", LegacyFiles.UNIT, "1号", "2021.5.8", "30"))));

        SheetLine line = read(file).get(0);
        assertThat(line.number()).isEqualTo(3);
        assertThat(line.cells())
                .isEqualTo(Map.of(
                        IntakeColumn.UNIT, LegacyFiles.UNIT,
                        IntakeColumn.TITLE, "办法",
                        IntakeColumn.ISSUER, LegacyFiles.UNIT,
                        IntakeColumn.DOCUMENT_NUMBER, "1号",
                        IntakeColumn.ISSUED_ON, "2021.5.8"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,','", "UTF-8,;", "GB18030,','", "GB18030,T", "UTF-16,','"})
    void a_csv_file_is_read_in_its_characters_and_separators(String charset, char separator) throws Exception {
        Path file = folder.resolve("清单.csv");
        List<String> cells = LegacyFiles.line("关于\n支持，\"龙头\"企业；的办法", "襄发改〔2021〕1号", "");
        Files.write(
                file,
                LegacyFiles.csv(List.of(cells, cells), separator == 'T' ? '\t' : separator, Charset.forName(charset)));

        List<SheetLine> lines = read(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).number()).isEqualTo(3);
        assertThat(lines.get(1).cell(IntakeColumn.TITLE)).isEqualTo("关于\n支持，\"龙头\"企业；的办法");
    }

    @Test
    void a_mark_before_the_text_is_no_part_of_the_first_head() throws Exception {
        Path file = folder.resolve("清单.csv");
        byte[] csv = LegacyFiles.csv(List.of(LegacyFiles.line("办法", "1号", "")), ',', StandardCharsets.UTF_8);
        byte[] marked = new byte[csv.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(csv, 0, marked, 3, csv.length);
        Files.write(file, marked);

        assertThat(read(file).get(0).cell(IntakeColumn.SEQUENCE)).isEqualTo("1");
    }

    @Test
    void what_is_too_long_or_bears_a_mark_is_wrong_in_its_cell_and_not_kept() throws Exception {
        Path file = folder.resolve("清单.xlsx");
        List<String> cells = LegacyFiles.line("长".repeat(501), "机密★5年", "");
        Files.write(file, LegacyFiles.workbook(List.of(cells)));

        SheetLine line = read(file).get(0);
        assertThat(line.problems())
                .containsExactly(
                        Problem.at(IntakeColumn.TITLE, "intake.tooLong", "500"),
                        Problem.at(IntakeColumn.DOCUMENT_NUMBER, "intake.classified"));
        assertThat(line.cell(IntakeColumn.TITLE)).hasSize(500);
        assertThat(line.cell(IntakeColumn.DOCUMENT_NUMBER)).isEmpty();
    }

    @Test
    void what_is_no_such_sheet_is_refused_as_a_whole() throws Exception {
        assertRefused("清单.xls", new byte[] {1}, "intake.sheet.type");
        assertRefused("清单.xlsx", "名称,单位".getBytes(StandardCharsets.UTF_8), "intake.sheet.broken");
        assertRefused("清单.xlsx", Arrays.copyOf(workbookBytes(), 900), "intake.sheet.broken");
        assertRefused("清单.xlsx", LegacyFiles.zip(Map.of("a.txt", "x")), "intake.sheet.notXlsx");
        assertRefused("清单.xlsx", LegacyFiles.workbook(List.of()), "intake.sheet.empty");
        assertRefused("清单.xlsx", LegacyFiles.workbook(List.of("名称", "文号"), List.of()), "intake.sheet.headMissing");
        assertRefused("清单.csv", new byte[] {(byte) 0xFF, (byte) 0xFF, 0, 1}, "intake.sheet.charset");
        assertRefused(
                "清单.csv",
                LegacyFiles.csv(
                        Collections.nCopies(SheetReader.MOST_LINES + 1, LegacyFiles.line("办法", "", "")),
                        ',',
                        StandardCharsets.UTF_8),
                "intake.sheet.tooManyLines");
        assertRefused(
                "清单.xlsx", LegacyFiles.workbook(List.of("机密★"), List.of(LegacyFiles.HEADS)), "intake.sheet.classified");
        assertRefused(
                "清单.xlsx",
                LegacyFiles.zip(
                        StandardCharsets.UTF_8,
                        Map.of("xl/workbook.xml", new byte[1], "xl/worksheets/sheet1.xml", new byte[101 << 20])),
                "intake.sheet.swells");
    }

    private void assertRefused(String name, byte[] bytes, String key) throws IOException {
        Path file = folder.resolve("refused");
        Files.write(file, bytes);
        assertThatThrownBy(() -> reader().read(file, name, line -> {}))
                .as(key)
                .isInstanceOfSatisfying(
                        NotTaken.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private static byte[] workbookBytes() {
        return LegacyFiles.workbook(List.of(LegacyFiles.line("办法", "1号", "")));
    }

    private interface Change {
        void make(XSSFWorkbook workbook, Sheet sheet);
    }

    private Path workbook(Change change) throws IOException {
        Path file = folder.resolve("清单.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new java.io.ByteArrayInputStream(workbookBytes()));
                OutputStream out = Files.newOutputStream(file)) {
            change.make(workbook, workbook.getSheetAt(0));
            workbook.write(out);
        }
        return file;
    }

    private List<SheetLine> read(Path file) throws NotTaken {
        List<SheetLine> lines = new ArrayList<>();
        assertThat(reader().read(file, file.getFileName().toString(), lines::add))
                .isEqualTo(lines.size());
        return lines;
    }

    static SheetReader reader() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/cleanup", "messages/document");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new SheetReader(messages);
    }
}
