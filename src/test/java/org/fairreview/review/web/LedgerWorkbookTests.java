package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.identity.Directory;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.fairreview.review.ledger.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The ledger is taken out as a workbook and read back. */
class LedgerWorkbookTests {

    private static final List<String> HEADS = List.of(
            "案号", "政策措施", "文件类别", "出台方式", "起草单位", "收到日期", "阶段", "审查员", "结论", "文号", "签发日期", "送达日期", "期限", "已用工作日", "版本数",
            "问题数", "审查方式");

    private final Directory directory = mock(Directory.class);

    @Test
    void heads_dates_and_numbers_are_what_a_spreadsheet_works_with() throws IOException {
        XSSFSheet sheet = read(List.of(entry("关于某事的办法")));

        assertThat((Iterable<Cell>) sheet.getRow(0))
                .extracting(Cell::getStringCellValue)
                .containsExactlyElementsOf(HEADS);
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:Q2");
        Cell received = sheet.getRow(1).getCell(5);
        assertThat(DateUtil.isCellDateFormatted(received)).isTrue();
        assertThat(received.getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(sheet.getRow(1).getCell(6).getStringCellValue()).isEqualTo("待用印");
        assertThat(sheet.getRow(1).getCell(7).getStringCellValue()).isEqualTo("赵磊");
        assertThat(sheet.getRow(1).getCell(12).getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(sheet.getRow(1).getCell(13).getNumericCellValue()).isEqualTo(16);
        assertThat(sheet.getRow(1).getCell(15).getNumericCellValue()).isEqualTo(3);
        assertThat(sheet.getRow(1).getCell(16).getStringCellValue()).isEqualTo("市场监管部门会同审查");
        assertThat(sheet.getRow(1).getCell(11).getCellType()).isEqualTo(CellType.BLANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void what_looks_like_a_formula_stays_a_text(String title) throws IOException {
        Cell cell = read(List.of(entry(title))).getRow(1).getCell(1);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue().strip()).isEqualTo(title.strip());
        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }

    @Test
    void ten_thousand_lines_are_written() throws IOException {
        XSSFSheet sheet = read(Collections.nCopies(10_000, entry("关于某事的办法")));

        assertThat(sheet.getLastRowNum()).isEqualTo(10_000);
        assertThat(sheet.getRow(1).getCell(1).getCellStyle().getQuotePrefixed()).isFalse();
    }

    private XSSFSheet read(List<LedgerEntry> entries) throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setBasenames("messages/pages", "messages/review", "messages/measure");
        Labels labels = new Labels(messages);
        Moments moments = new Moments(Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai")));
        when(directory.nameOf("zhaolei")).thenReturn("赵磊");
        byte[] bytes =
                new LedgerWorkbook(directory, new LedgerRows(directory, labels, moments), labels, moments).of(entries);
        return new XSSFWorkbook(new ByteArrayInputStream(bytes)).getSheetAt(0);
    }

    private static LedgerEntry entry(String title) {
        return new LedgerEntry(
                "420600-2026-0001",
                null,
                title,
                MeasureKind.RULE,
                Issuance.GOVERNMENT,
                "某市发展和改革委员会",
                "某市",
                Instant.parse("2026-11-01T17:00:00Z"),
                ReviewRoute.JOINT,
                Stage.SIGNED,
                null,
                false,
                "zhaolei",
                Conclusion.DOES_NOT_CONFORM,
                "公竞审〔2026〕1号",
                null,
                Instant.parse("2026-11-20T01:00:00Z"),
                null,
                LocalDate.of(2026, 11, 20),
                null,
                16,
                false,
                true,
                2,
                3);
    }
}
