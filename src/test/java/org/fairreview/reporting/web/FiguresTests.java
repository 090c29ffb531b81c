package org.fairreview.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Web;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
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
