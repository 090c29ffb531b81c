package org.fairreview.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.document.SheetWriter;
import org.fairreview.identity.Units;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Web;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Slice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of the figures. */
@ProductTest
class FiguresTests {

    @Autowired
    Web web;

    @Autowired
    JointReview review;

    @Autowired
    Reporting complaints;

    @Autowired
    FigurePages pages;

    @Autowired
    PeriodReports reports;

    @Autowired
    Counting counting;

    @Autowired
    Units units;

    @Test
    void each_figure_has_its_number_its_definition_and_the_list_behind_it() {
        String number = signed();

        String page = web.session("wuoffice").get("/figures").body();
        assertThat(page).contains("审查新增政策措施", "各月情况").doesNotContain("??");
        for (Figure figure : Figures.all()) {
            Answer answer = web.session("wuoffice").get("/figures/" + figure.id());
            assertThat(answer.status()).as(figure.id()).isEqualTo(200);
            assertThat(answer.body()).as(figure.id()).contains("统计口径").doesNotContain("??");
        }
        assertThat(list("wuoffice", "reviewed")).contains(number);
    }

    @Test
    void a_county_sees_its_own_figures_and_the_city_both() {
        String number = signed();

        assertThat(list("fcclerk", "reviewed")).doesNotContain(number);
        assertThat(web.session("fcclerk")
                        .get("/figures/reviewed?region=r420600")
                        .body())
                .doesNotContain(number);
        assertThat(web.session("wuoffice")
                        .get("/figures/reviewed?region=r420606")
                        .body())
                .doesNotContain(number);
    }

    @Test
    void what_makes_no_sense_in_an_address_narrows_nothing_and_breaks_nothing() {
        for (String asked : new String[] {
            "?year=abc&part=Q9&page=-3",
            "?by.month=2026-99",
            "?by.nothing=1",
            "?by.route='; drop table unit; --",
            "?unit=u999",
            "?year=99999"
        }) {
            assertThat(web.session("wuoffice")
                            .get("/figures/reviewed" + asked.replace(" ", "%20"))
                            .status())
                    .as(asked)
                    .isEqualTo(200);
        }
        assertThat(web.session("wuoffice").get("/figures/nothing").status()).isEqualTo(404);
    }

    @Test
    void figures_and_lists_leave_as_workbooks() {
        signed();

        for (String path : new String[] {
            "/figures/workbook",
            "/figures/reviewed/workbook",
            "/figures/word",
            "/figures/plots/months/workbook",
            "/figures/plots/overdue/workbook",
            "/figures/bulletin",
            "/figures/summary"
        }) {
            Answer answer = web.session("wuoffice").get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/vnd.openxmlformats-officedocument.");
            assertThat(answer.body()).startsWith("PK");
        }
    }

    @Test
    void a_file_is_named_by_whom_and_when_it_tells_of() {
        String unit = units.name("u02");
        Map<String, String> names = Map.of(
                "/figures/workbook?year=2024&part=Q3&unit=u02",
                unit + "2024年第3季度公平竞争审查统计表.xlsx",
                "/figures/reviewed/workbook?year=2024&part=05",
                "襄阳市2024年5月审查新增政策措施清单.xlsx",
                "/figures/word?year=2024&unit=u02",
                unit + "2024年公平竞争审查工作情况.docx",
                "/figures/plots/months/workbook?year=2024&part=Q3&unit=u02",
                unit + "2024年各月情况.xlsx",
                "/figures/step-times/workbook?year=2024&region=r420606",
                units.regionName("r420606") + "2024年各环节办理用时.xlsx",
                "/figures/bulletin?year=2024&part=Q1&unit=u02",
                unit + "2024年第1季度公平竞争审查工作通报.docx",
                "/figures/summary?year=2024&part=Q3&unit=u999&region=zzz",
                "襄阳市2024年公平竞争审查工作总结.docx");
        names.forEach((path, name) -> assertThat(URLDecoder.decode(
                        web.session("wuoffice").get(path).header("Content-Disposition"), StandardCharsets.UTF_8))
                .as(path)
                .contains(name));
    }

    @Test
    void a_paper_of_one_unit_names_it_and_a_sheet_says_what_it_counts() throws IOException {
        List<String> seen = List.of("r420600", "r420606", "r420683");
        Asked asked = pages.asked(Map.of("year", "2024", "part", "Q3", "unit", "u02"), seen);
        Slice slice = asked.slice(seen).with("route", "OWN");

        assertThat(pages.caption(asked, slice, seen))
                .startsWith(units.name("u02") + "；2024年7月1日")
                .contains("起草单位自行审查", "的统计");
        byte[] bulletin =
                reports.bulletin("市场监督管理局", pages.whose(asked, seen), "2024年第3季度", counting, asked.slice(seen));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bulletin));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .startsWith(units.name("u02") + "公平竞争审查工作通报（2024年第3季度）")
                    .contains("现将" + units.name("u02") + "2024年第3季度");
        }
        byte[] sheet = SheetWriter.write(
                "统计", "某某；某日", List.of(new SheetWriter.Column<String>("项目", 10, line -> line)), List.of("一", "二"));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("某某；某日");
            assertThat(workbook.getSheetAt(0).getCTWorksheet().getAutoFilter().getRef())
                    .isEqualTo("A2:A4");
        }
    }

    @Test
    void who_may_not_read_complaints_counts_them_and_sees_no_number() {
        String number = complaints.file(true).number();

        assertThat(list("zhaolei", "complaints")).contains(number);
        assertThat(list("wuoffice", "complaints"))
                .contains("收到举报")
                .doesNotContain(number, "\"/complaints/", "href=\"\"");
    }

    @Test
    void whom_a_complaint_is_about_is_told_by_no_step() {
        String complaint = complaints.file(true).number();
        complaints.accept(complaint);
        complaints.state(complaint, "chenyu");
        String step = "/figures/steps?by.step=" + URLEncoder.encode("举报处理：陈述意见", StandardCharsets.UTF_8) + "&by.unit=";

        assertThat(web.session("wuoffice").get(step + "u02").body()).contains("合计0");
        assertThat(web.session("wuoffice").get(step + "u01").body()).doesNotContain("合计0");
    }

    /** Every page of the list behind a figure: other tests leave lines that are newer. */
    private String list(String userId, String figure) {
        StringBuilder pages = new StringBuilder();
        String page;
        int number = 0;
        do {
            number++;
            page = web.session(userId)
                    .get("/figures/%s?page=%d".formatted(figure, number))
                    .body();
            pages.append(page);
        } while (page.contains("page=%d".formatted(number + 1)));
        return pages.toString();
    }

    private String signed() {
        String number = review.inSigning();
        review.signOff(number);
        return number;
    }
}
