package org.fairreview.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Closing a year: what stands, what differs, and why. */
@ProductTest
class ClosingTests {

    private static final int YEARS_AGO = 9;

    @Autowired
    Web web;

    @Autowired
    AuditTrail trail;

    @Autowired
    MovableClock clock;

    @Test
    void a_year_is_not_closed_before_its_summaries_are_due() {
        int year = LocalDate.now(clock).getYear();
        clock.advance(Duration.between(
                clock.instant(), LocalDate.of(year + 1, 1, 10).atTime(9, 0).atZone(clock.getZone())));
        try {
            Answer early = post("wuoffice", "/figures/closings", Map.of("year", String.valueOf(year), "part", ""));
            assertThat(early.status()).isEqualTo(422);
            assertThat(early.body()).contains("到期以后才能封存全年");
        } finally {
            clock.reset();
        }
    }

    @Test
    void a_closed_year_stands_and_what_differs_later_needs_a_reason() {
        Visitor office = web.session("wuoffice");
        int year = LocalDate.now(clock).getYear() - YEARS_AGO;
        train(year, "03-05");

        Map<String, String> typed = Map.of("year", String.valueOf(year), "part", "", "remark", "年终");
        Answer asked = post("wuoffice", "/figures/closings", typed);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("将封存%d年。封存以后不能撤销".formatted(year), "确认封存", ">年终</textarea>");
        assertThat(office.get("/figures?year=" + year).body()).doesNotContain("期间已封存");
        Answer closed = post("wuoffice", "/figures/closings", confirmed(typed));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(302);
        String closing = closed.location().replaceFirst("^https?://[^/]+", "");
        assertThat(office.get(closing).body())
                .contains("期间已封存", "吴", "现在的统计与封存时一致", "在办审查案件")
                .doesNotContain("??", "核对一致");
        assertThat(office.get(closing + "/check").body()).contains("核对一致");
        assertThat(trail.everythingOf("closing-r420600-%1$d-01-01-%1$d-12-31".formatted(year)))
                .extracting(entry -> entry.act())
                .contains("figures.closed");
        Answer twice = post("wuoffice", "/figures/closings", Map.of("year", String.valueOf(year), "part", ""));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("不能重复封存");
        String workbook = office.get("/figures/workbook?year=" + year).body();
        String word = office.get("/figures/word?year=" + year).body();
        String summary = office.get("/figures/summary?year=" + year).body();

        train(year, "05-05");

        assertThat(office.get("/figures?year=" + year).body()).contains("现统计2（+1）", "差异待说明");
        assertThat(office.get("/figures/trainings?year=" + year).body())
                .contains("合计1", "03-05", "现统计2（+1）")
                .doesNotContain("05-05");
        String page = office.get(closing).body();
        assertThat(page).contains("封存1，现统计2（+1）", "05-05", "增加");
        String state = page.replaceFirst("(?s).*?id=\"trainings\".*?name=\"state\" value=\"([0-9a-f]{64})\".*", "$1");
        Answer blank =
                post("wuoffice", closing + "/reasons", Map.of("figure", "trainings", "state", state, "reason", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("请写明原因");
        assertThat(post(
                                "wuoffice",
                                closing + "/reasons",
                                Map.of("figure", "trainings", "state", state, "reason", "补登记一次培训"))
                        .status())
                .isEqualTo(302);
        assertThat(post(
                                "wuoffice",
                                closing + "/reasons",
                                Map.of("figure", "trainings", "state", state, "reason", "再说明一次"))
                        .status())
                .as("what is explained is not explained again")
                .isEqualTo(422);
        assertThat(office.get("/figures?year=" + year).body()).contains("补登记一次培训");
        assertThat(office.get("/figures?year=" + year + "&part=05").body())
                .as("a month of a closed year")
                .contains("%d年已经封存，本页是其中一段现在的统计".formatted(year))
                .doesNotContain("期间已封存");
        assertThat(office.get("/figures/trainings?year=" + year + "&part=05").body())
                .contains("%d年已经封存，本页是其中一段现在的统计".formatted(year));
        assertThat(office.get(closing).body()).contains("补登记一次培训");

        train(year, "06-06");

        assertThat(office.get("/figures/trainings?year=" + year).body())
                .contains("现统计3（+2）", "差异待说明")
                .doesNotContain("补登记一次培训");
        assertThat(office.get(closing).body()).contains("此前的差异：补登记一次培训");
        assertThat(office.get("/figures/workbook?year=" + year).body()).isEqualTo(workbook);
        assertThat(office.get("/figures/word?year=" + year).body()).isEqualTo(word);
        assertThat(office.get("/figures/summary?year=" + year).body()).isEqualTo(summary);
        assertThat(web.session("fcclerk").get(closing).status()).isEqualTo(404);
        assertThat(web.session("fcclerk").get("/figures?year=" + year).body()).doesNotContain("期间已封存");
    }

    @Test
    void a_county_closes_its_own_quarter_and_the_city_reads_it() {
        String year = String.valueOf(LocalDate.now(clock).getYear() - YEARS_AGO);

        assertThat(post("fcclerk", "/figures/closings", Map.of("year", year, "part", "Q1"))
                        .status())
                .isEqualTo(403);
        Answer closed = post("fchead", "/figures/closings", confirmed(Map.of("year", year, "part", "Q1")));
        assertThat(closed.status()).isEqualTo(302);
        assertThat(web.session("wuoffice").get("/figures/closings").body()).contains(year + "年第1季度");
        assertThat(web.session("wuoffice")
                        .get("/figures?year=%s&part=Q1".formatted(year))
                        .body())
                .doesNotContain("期间已封存");
        assertThat(web.session("wuoffice")
                        .get("/figures?year=%s&part=Q1&region=r420606".formatted(year))
                        .body())
                .contains("期间已封存");
    }

    @Test
    void a_period_that_runs_or_is_none_is_not_closed_and_what_was_typed_stays() {
        int year = LocalDate.now(clock).getYear();
        for (Map<String, String> typed : List.of(
                Map.of("year", String.valueOf(year), "part", "", "remark", "还早"),
                Map.of("year", "1890", "part", "", "remark", "还早"),
                Map.of("year", String.valueOf(year), "part", "07", "remark", "还早"))) {
            Answer refused = post("wuoffice", "/figures/closings", typed);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("还早", "field-error").doesNotContain("??");
        }
    }

    private Answer post(String userId, String path, Map<String, String> fields) {
        Map<String, String> typed = new HashMap<>(fields);
        typed.put("_csrf", web.session(userId).csrf());
        return web.session(userId).submit(path, typed);
    }

    private void train(int year, String day) {
        Answer added = post(
                "wuoffice",
                "/conference/trainings",
                Map.of(
                        "region", "r420600",
                        "kind", "TRAINING",
                        "heldOn", year + "-" + day,
                        "title", "封存培训",
                        "audience", "各成员单位",
                        "participants", "40",
                        "note", ""));
        assertThat(added.status()).as(added.toString()).isEqualTo(302);
    }

    private static Map<String, String> confirmed(Map<String, String> typed) {
        Map<String, String> confirmed = new HashMap<>(typed);
        confirmed.put("confirmation", typed.get("year") + typed.get("part"));
        return confirmed;
    }
}
