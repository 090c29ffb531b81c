package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Actor;
import org.fairreview.kit.PastFiles;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.review.ledger.LedgerQuery.Past;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.review.web.PastReviewImports.Brought;
import org.fairreview.review.web.PastReviewImports.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A clerk enters reviews of earlier years from a workbook (补录). */
@ProductTest
class PastReviewTests {

    @Autowired
    PastReviewImports imports;

    @Autowired
    PastReviews reviews;

    @Autowired
    PastWorkbook workbook;

    @Autowired
    Ledger ledger;

    @Autowired
    AuditTrail trail;

    @Autowired
    ProcessDriver process;

    @Test
    void the_template_as_it_is_given_out_is_read_when_it_comes_back() throws IOException {
        XSSFWorkbook template = open(workbook.template(reviews.unitsFor(clerk())));
        XSSFSheet sheet = template.getSheet("补录");

        assertThat((Iterable<Cell>) sheet.getRow(0))
                .extracting(Cell::getStringCellValue)
                .containsExactlyElementsOf(PastFiles.HEADS);
        assertThat(template.getSheet("说明").getLastRowNum()).isGreaterThan(10);
        assertThat(template.isSheetHidden(template.getSheetIndex("名单"))).isTrue();
        assertThat(sheet.getDataValidations())
                .hasSize(4)
                .extracting(list -> list.getValidationConstraint().getFormula1())
                .anyMatch(formula -> formula.matches("'名单'!\\$A\\$1:\\$A\\$\\d+"));
        assertThat(template.getSheet("名单"))
                .anySatisfy(
                        row -> assertThat(row.getCell(0).getStringCellValue()).isEqualTo("襄阳市发展和改革委员会"));
        assertThat(workbook.read("补录.xlsx", workbook.template(List.of()))
                        .refusal()
                        .key())
                .isEqualTo("past.file.empty");
    }

    @Test
    void valid_lines_are_entered_once_and_wrong_ones_come_back_with_their_errors() throws IOException {
        String mark = "补录" + System.nanoTime();
        List<String> wrong = new ArrayList<>(PastFiles.line("=" + mark + "丙", ""));
        wrong.set(0, "外地单位");
        wrong.set(5, "2023-05-01");
        byte[] file = PastFiles.workbook(List.of(
                PastFiles.line(mark + "甲", ""),
                PastFiles.line(mark + "乙", mark + "号"),
                wrong,
                PastFiles.line(mark + "甲", "")));

        String fileId = imports.bring("补录.xlsx", file, clerk()).fileId();
        Trial trial = imports.trial(fileId, clerk()).orElseThrow();
        assertThat(trial.adding()).isEqualTo(2);
        assertThat(trial.wrong()).extracting(line -> line.line().row()).containsExactly(4, 5);
        assertThat(found(clerk(), mark)).isEmpty();

        XSSFSheet marked =
                open(workbook.marked(reviews.unitsFor(clerk()), trial.lines())).getSheetAt(0);
        Row row = marked.getRow(3);
        assertThat(row.getCell(0).getCellComment().getString().getString()).contains("不是本地区已登记的单位");
        assertThat(row.getCell(5).getCellComment().getString().getString()).contains("审结日期不能早于收到日期");
        assertThat(row.getCell(11).getStringCellValue()).contains("起草单位：“外地单位”").contains("审结日期：");
        assertThat(row.getCell(1).getStringCellValue()).isEqualTo("=" + mark + "丙");
        assertThat(row.getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
        assertThat(marked.getRow(4).getCell(1).getCellComment().getString().getString())
                .isEqualTo("与第 2 行是同一件，请删去重复的一行。");
        assertThat(marked.getRow(1).getCell(11).getStringCellValue()).isEqualTo("可以补录");

        assertThat(imports.trial(fileId, process.actor("fcclerk"))).isEmpty();
        assertThat(imports.enter(fileId, process.actor("fcclerk"))).isEmpty();
        PastReviews.Entered entered =
                process.as("wangmin", () -> imports.enter(fileId, clerk()).orElseThrow());
        assertThat(entered).isEqualTo(new PastReviews.Entered(2, 0, 2));
        assertThat(imports.enter(fileId, clerk())).isEmpty();
        assertThat(found(clerk(), mark)).hasSize(2).allMatch(LedgerEntry::isPast);
        var act = trail.of("wangmin").get(trail.of("wangmin").size() - 1);
        assertThat(act.act()).isEqualTo("ledger.pastEntered");
        assertThat(act.details()).contains("\"added\":2").contains("\"wrong\":2");

        String again = imports.bring("再次.xlsx", file, clerk()).fileId();
        assertThat(imports.trial(again, clerk()).orElseThrow().known()).isEqualTo(2);
        assertThat(process.as("wangmin", () -> imports.enter(again, clerk()).orElseThrow()))
                .isEqualTo(new PastReviews.Entered(0, 2, 2));
        assertThat(found(clerk(), mark)).hasSize(2);
    }

    @Test
    void who_oversees_the_region_or_drafts_in_the_unit_sees_them_and_nobody_else() {
        String mark = "补录" + System.nanoTime();
        byte[] file = PastFiles.workbook(List.of(PastFiles.line(mark, "")));
        imports.enter(imports.bring("补录.xlsx", file, clerk()).fileId(), clerk());
        long id = found(clerk(), mark).get(0).pastId();

        for (String userId : List.of("wangmin", "zhaolei", "dengaudit", "chenyu")) {
            assertThat(found(process.actor(userId), mark)).as(userId).hasSize(1);
            assertThat(reviews.find(id, process.actor(userId))).as(userId).isPresent();
        }
        for (String userId : List.of("linyue", "xulaw", "fcclerk", "zyclerk", "secop", "admin")) {
            assertThat(found(process.actor(userId), mark)).as(userId).isEmpty();
            assertThat(reviews.find(id, process.actor(userId))).as(userId).isEmpty();
        }
        assertThat(ledger.count(query(mark, Past.ONLY), clerk())).isEqualTo(1);
        assertThat(ledger.count(query(mark, Past.WITHOUT), clerk())).isZero();
        assertThat(ledger.page(query(mark, null), clerk(), 1).past()).isEqualTo(1);
    }

    @Test
    void a_clerk_enters_for_the_own_region_and_nobody_else_does() {
        assertThat(reviews.mayEnter(process.actor("zhaolei"))).isFalse();
        assertThat(reviews.mayEnter(process.actor("chenyu"))).isFalse();
        String fileId = imports.bring("补录.xlsx", PastFiles.workbook(), process.actor("fcclerk"))
                .fileId();

        assertThat(imports.trial(fileId, process.actor("fcclerk")).orElseThrow().adding())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"补录.xls", "补录.csv", "补录"})
    void what_is_called_otherwise_is_no_workbook(String name) {
        assertThat(refusal(name, PastFiles.workbook())).isEqualTo("past.file.notXlsx");
    }

    @Test
    void what_is_no_workbook_too_large_or_too_long_is_refused_and_not_kept() throws IOException {
        assertThat(refusal("补录.xlsx", "起草单位,名称".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("past.file.notXlsx");
        assertThat(refusal("补录.xlsx", Arrays.copyOf(PastFiles.workbook(), 300)))
                .isIn("past.file.broken", "past.file.notXlsx");
        assertThat(refusal("补录.xlsx", new byte[PastWorkbook.MOST_BYTES + 1])).isEqualTo("past.file.tooLarge");
        assertThat(refusal(
                        "补录.xlsx",
                        PastFiles.workbook(Collections.nCopies(PastWorkbook.MOST_ROWS + 1, PastFiles.line("办法", "")))))
                .isEqualTo("past.file.tooManyRows");
        assertThat(refusal("补录.xlsx", PastFiles.workbook(List.of("单位", "名称"), List.of())))
                .isEqualTo("past.file.headMissing");
        assertThat(refusal("补录.xlsx", PastFiles.workbook(List.of(PastFiles.line("机密★5年", "")))))
                .isEqualTo("past.file.classified");
    }

    private String refusal(String name, byte[] bytes) {
        Brought brought = imports.bring(name, bytes, clerk());
        assertThat(brought.fileId()).isNull();
        return brought.refusal().key();
    }

    private List<LedgerEntry> found(Actor actor, String words) {
        return ledger.entries(query(words, null), actor, 100);
    }

    private static LedgerQuery query(String q, Past past) {
        return new LedgerQuery(q, null, null, null, null, null, null, null, null, null, null, past, null, null, null);
    }

    private Actor clerk() {
        return process.actor("wangmin");
    }

    private static XSSFWorkbook open(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }
}
