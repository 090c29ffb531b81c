package org.fairreview.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Directory;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.ClosingPapers;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Difference;
import org.fairreview.reporting.Differences;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.StepDuration;
import org.fairreview.workflow.CaseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes after a closing: archiving, restriction, a new region, a long list of corrections. */
@ProductTest
class ClosedLaterTests {

    private static final String CITY = "r420600";
    private static final List<String> ALL = List.of(CITY, "r420606", "r420683");

    @Autowired
    Closings closings;

    @Autowired
    Books books;

    @Autowired
    Differences differences;

    @Autowired
    Counting counting;

    @Autowired
    ClosingPages pages;

    @Autowired
    PeriodReports reports;

    @Autowired
    CaseArchive archive;

    @Autowired
    Directory directory;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview review;

    @Autowired
    ProcessDriver process;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void back_to_today() {
        clock.reset();
        // of a case that granted none: the page of exceptions does not know such a thing
        jdbc.sql("delete from exception_term where began_on = ?")
                .param(LocalDate.of(2014, 3, 1))
                .update();
    }

    @Test
    void steps_of_a_case_that_is_archived_after_the_closing_are_not_gone() {
        String number = ended(LocalDate.of(2013, 2, 11));
        Period quarter = Period.quarter(2013, 1);
        Closing closing = close(quarter);
        Slice slice = Slice.of(quarter, ALL);
        int steps = books.of(slice, ALL).count(figure("steps"), slice);
        assertThat(steps).isPositive();

        assertThat(archive.archive(number)).isTrue();

        assertThat(counting.count(figure("steps"), slice)).isEqualTo(steps);
        assertThat(differences.of(closing, 10)).isEmpty();
        assertThat(web.session("wuoffice").get("/figures?year=2013&part=Q1").body())
                .contains("期间已封存")
                .doesNotContain("差异待说明");

        doneOn(LocalDate.of(2013, 3, 1), ended(LocalDate.of(2012, 5, 5)));
        assertThat(differences.of(closing, figure("steps"), 0, 10))
                .as("a step that really came")
                .hasValueSatisfying(difference -> {
                    assertThat(difference.gone()).isZero();
                    assertThat(difference.come()).isPositive();
                    assertThat(difference.counted()).isGreaterThan(steps);
                });
    }

    @Test
    void the_median_of_a_step_is_closed_with_its_period() throws IOException {
        String number = ended(LocalDate.of(2013, 5, 13));
        Period quarter = Period.quarter(2013, 2);
        Slice slice = Slice.of(quarter, ALL);
        lasting(number, 90);
        Closing closing = close(quarter);
        List<StepDuration> took = books.of(slice, ALL).durations(slice);
        assertThat(took).isNotEmpty().allMatch(step -> step.median() == 90);

        lasting(number, 6_000);

        assertThat(books.of(slice, ALL).durations(slice)).isEqualTo(took);
        assertThat(counting.durations(slice)).allMatch(step -> step.median() == 6_000);
        Slice city = Slice.of(quarter, List.of(CITY));
        assertThat(texts(reports.bulletin(
                        "市场监督管理局", "襄阳市", "2013年第2季度", books.forPage(ALL).of(city), city)))
                .as("the bulletin of a part of the period")
                .contains("1小时30分")
                .doesNotContain("4天");
        assertThat(web.session("wuoffice")
                        .get("/figures/step-times?year=2013&part=Q2")
                        .body())
                .contains("1小时30分", "期间已封存")
                .doesNotContain("4天");
        assertThat(closings.isUntouched(closing)).isTrue();
        jdbc.sql("update closed_line set minutes = 91 where closing_id = ? and figure = 'steps'")
                .param(closing.id())
                .update();
        assertThat(closings.isUntouched(closing)).isFalse();
        assertThat(web.session("wuoffice")
                        .get("/figures/closings/" + closing.id() + "/check")
                        .body())
                .contains("核对不一致");
    }

    @Test
    void a_step_is_overdue_by_the_clock_of_the_product() {
        review.inSigning();
        LocalDate today = LocalDate.now(clock);
        Slice later = Slice.of(new Period(today, today.plusDays(400)), ALL);
        int now = counting.count(figure("overdue"), later);

        clock.advance(Duration.ofDays(400));

        assertThat(counting.count(figure("overdue"), later)).isGreaterThan(now);
    }

    @Test
    void the_files_of_a_closing_do_not_tell_what_became_restricted_since_but_the_auditor_reads_them_as_they_were()
            throws IOException {
        String number = ended(LocalDate.of(2014, 2, 11));
        String title = "关于封存以后限制传阅的暂行办法";
        jdbc.sql("update measure set title = ? where id = (select measure_id from review_case where number = ?)")
                .params(title, number)
                .update();
        jdbc.sql("update review_case set received_on = ? where number = ?")
                .params(LocalDate.of(2014, 2, 3), number)
                .update();
        jdbc.sql(
                        """
                        insert into exception_term (case_number, revision, region_id, drafting_unit_id, regulator_unit_id, began_on,
                          ends_on, end_condition, state)
                        select number, 0, region_id, drafting_unit_id, regulator_unit_id, date '2014-03-01', date '2016-03-01', '',
                          'RUNNING' from review_case where number = ?""")
                .param(number)
                .update();
        Closing closing = close(Period.year(2014));
        for (ClosingPapers.Kind kind : List.of(ClosingPapers.Kind.WORKBOOK, ClosingPapers.Kind.SUMMARY)) {
            assertThat(taken(closing, kind, "wuoffice")).as(kind.name()).contains(title);
        }
        assertThat(closings.isGiven(
                        closing,
                        file(closing, ClosingPapers.Kind.CONTENT),
                        directory.actor("zhaolei").orElseThrow()))
                .isTrue();

        jdbc.sql("update measure set circulation = 'RESTRICTED' where id ="
                        + " (select measure_id from review_case where number = ?)")
                .param(number)
                .update();

        for (ClosingPapers.Kind kind : List.of(ClosingPapers.Kind.WORKBOOK, ClosingPapers.Kind.SUMMARY)) {
            assertThat(taken(closing, kind, "wuoffice"))
                    .as(kind.name())
                    .contains(number, "限制传阅")
                    .doesNotContain(title);
            assertThat(taken(closing, kind, "dengaudit")).as(kind.name()).contains(title);
        }
        StoredFile content = file(closing, ClosingPapers.Kind.CONTENT);
        String page = "/figures/closings/" + closing.id();
        assertThat(web.session("zhaolei").get(page + "/files/" + content.id()).status())
                .isEqualTo(404);
        assertThat(web.session("dengaudit").get(page + "/files/" + content.id()).body())
                .contains(title);
        assertThat(web.session("zhaolei").get(page).body())
                .contains("有1件事项改为限制传阅")
                .doesNotContain(content.name(), title);
        assertThat(web.session("dengaudit").get(page).body())
                .contains(content.name())
                .doesNotContain("改为限制传阅");
        assertThat(web.session("wuoffice").get("/figures/summary?year=2014").status())
                .isEqualTo(200);
        assertThat(closings.isUntouched(closing)).as("the digest stays").isTrue();

        assertThat(taken(closing, ClosingPapers.Kind.WORKBOOK, "wuoffice")).contains("收到新增政策措施");
        jdbc.sql("delete from closed_figure where closing_id = ? and figure = 'received'")
                .param(closing.id())
                .update();
        assertThat(taken(closing, ClosingPapers.Kind.WORKBOOK, "wuoffice"))
                .as("a figure that the closing does not know")
                .doesNotContain("收到新增政策措施");
    }

    @Test
    void a_region_that_comes_after_the_closing_is_named_and_what_it_counts_is_a_difference() {
        Period quarter = Period.quarter(2013, 3);
        Closing closing = close(quarter);
        jdbc.sql("insert into region (id, name, parent_id) values ('r420699', '新设区', ?)")
                .param(CITY)
                .update();
        try {
            past("r420699", "新设区的措施", LocalDate.of(2013, 8, 1));

            List<String> seen = List.of(CITY, "r420606", "r420683", "r420699");
            Slice all = Slice.of(quarter, seen);
            assertThat(books.closing(all, seen)).map(Closing::id).contains(closing.id());
            assertThat(books.of(all, seen).count(figure("received"), all)).isZero();
            assertThat(web.session("wuoffice").get("/figures?year=2013&part=Q3").body())
                    .contains("期间已封存", "新设区在封存以后才归属本地区", "现统计1（+1）");
            assertThat(web.session("wuoffice")
                            .get("/figures/closings/" + closing.id())
                            .body())
                    .contains("新增地区", "新设区在封存以后才归属本地区", "封存0，现统计1（+1）");
        } finally {
            jdbc.sql("delete from past_review where region_id = 'r420699'").update();
            jdbc.sql("delete from region where id = 'r420699'").update();
        }
    }

    @Test
    void a_region_that_came_later_and_closed_the_period_itself_is_told_by_its_own_closing() {
        Period quarter = Period.quarter(2012, 3);
        close(quarter);
        jdbc.sql("insert into region (id, name, parent_id) values ('r420698', '新设市', ?)")
                .param(CITY)
                .update();
        try {
            past("r420698", "新设市的措施", LocalDate.of(2012, 8, 1));
            jdbc.sql(
                            """
                            insert into closed_period (region_id, first_day, last_day, regions, closed_by, closed_at, remark, digest)
                            values ('r420698', :from, :until, 'r420698', 'test', current_timestamp, '', 'x')
                            """)
                    .param("from", quarter.from())
                    .param("until", quarter.until())
                    .update();

            List<String> seen = List.of(CITY, "r420606", "r420683", "r420698");
            assertThat(books.closing(Slice.of(quarter, List.of("r420698")), seen))
                    .map(Closing::regionId)
                    .contains("r420698");
            assertThat(books.closing(Slice.of(quarter, seen), seen))
                    .map(Closing::regionId)
                    .contains(CITY);
        } finally {
            jdbc.sql("delete from closed_period where region_id = 'r420698'").update();
            jdbc.sql("delete from past_review where region_id = 'r420698'").update();
            jdbc.sql("delete from region where id = 'r420698'").update();
        }
    }

    @Test
    void the_page_of_a_closing_names_some_lines_of_a_long_difference_and_its_pages_all() {
        Closing closing = close(Period.quarter(2013, 4));
        for (int each = 0; each < 60; each++) {
            past(CITY, "补登的措施", LocalDate.of(2013, 11, 1).plusDays(each % 28));
        }
        String url = "/figures/closings/" + closing.id();
        Visitor office = web.session("wuoffice");
        Difference received = differences.of(closing, figure("received"), 0, 10).orElseThrow();
        assertThat(received.entries()).hasSize(10);
        assertThat(received.come()).isEqualTo(60);

        assertThat(office.get(url).body())
                .contains("增加60项，减少0项", url + "/differences/received")
                .doesNotContain("??");
        String first = office.get(url + "/differences/received").body();
        assertThat(first.split("<td>增加</td>", -1)).hasSize(51);
        assertThat(first).contains("下一页").doesNotContain("上一页", "??");
        String second = office.get(url + "/differences/received?page=2").body();
        assertThat(second.split("<td>增加</td>", -1)).hasSize(11);
        assertThat(second).contains("上一页").doesNotContain("下一页");
        assertThat(office.get(url + "/differences/letters").status()).isEqualTo(302);
        assertThat(office.get(url + "/differences/nothing").status()).isEqualTo(404);
        assertThat(web.session("fcclerk").get(url + "/differences/received").status())
                .isEqualTo(404);
        Difference page = differences.of(closing, figure("received"), 50, 50).orElseThrow();
        assertThat(page.state()).isEqualTo(received.state());
    }

    @Test
    void a_reason_for_a_difference_that_is_no_more_stays_on_the_page() {
        Closing closing = close(Period.quarter(2015, 1));
        Map<String, String> typed = new HashMap<>(Map.of(
                "figure",
                "trainings",
                "state",
                "0".repeat(64),
                "reason",
                "写了很久的原因",
                "_csrf",
                web.session("wuoffice").csrf()));

        Answer refused = web.session("wuoffice").submit("/figures/closings/" + closing.id() + "/reasons", typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("写了很久的原因", "您填写的原因没有保存", "id=\"reason\"")
                .doesNotContain("??");
    }

    @Test
    void the_last_period_that_is_over_and_not_closed_is_offered() {
        clock.advance(Duration.between(
                clock.instant(),
                LocalDate.of(2041, 5, 6).atTime(9, 0).atZone(clock.getZone()).toInstant()));
        assertThat(pages.offered("r420606")).contains(new ClosingPages.Offered("2041", "Q1"));
        for (Period closed : List.of(Period.quarter(2041, 1), Period.quarter(2040, 4))) {
            assertThat(closings.close(closed, "", directory.actor("fchead").orElseThrow()))
                    .isEmpty();
        }

        assertThat(pages.offered("r420606")).contains(new ClosingPages.Offered("2040", ""));
        clock.reset();
        assertThat(web.session("wuoffice").get("/figures/closings").body())
                .containsPattern("<option value=\"(Q[1-4])?\" selected=\"selected\">");
    }

    private Closing close(Period period) {
        assertThat(closings.close(period, "", directory.actor("wuoffice").orElseThrow()))
                .isEmpty();
        return books.closing(Slice.of(period, ALL), ALL).orElseThrow();
    }

    /** A case that ended, its steps done on the day. */
    private String ended(LocalDate day) {
        String number = submitting.measure();
        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "OUT_OF_SCOPE", "missing", "不涉及经营者经济活动。"));
        doneOn(day, number);
        return number;
    }

    private void doneOn(LocalDate day, String number) {
        jdbc.sql("update task_step set done_on = ?, left_on = ? where case_number = ?")
                .params(day, day, number)
                .update();
    }

    private void lasting(String number, int minutes) {
        jdbc.sql("update task_step set minutes = ? where case_number = ?")
                .params(minutes, number)
                .update();
    }

    private int past;

    private void past(String region, String title, LocalDate received) {
        jdbc.sql(
                        """
                        insert into past_review (entry_key, region_id, unit_id, title, kind, issuance, received_on, received_at,
                          concluded_on, conclusion, document_number, issued_on, remark, imported_by, imported_at)
                        values (:key, :region, 'u02', :title, 'POLICY_DOCUMENT', 'DEPARTMENT', :received, :at, :received,
                          'CONFORMS', :key, null, '', 'later', :at)
                        """)
                .param("key", "later-" + region + "-" + past++)
                .param("region", region)
                .param("title", title)
                .param("received", received)
                .param("at", received.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    private StoredFile file(Closing closing, ClosingPapers.Kind kind) {
        return closings.file(closing, kind).orElseThrow();
    }

    /** The texts of all parts of the file as it is given to the person. */
    private String taken(Closing closing, ClosingPapers.Kind kind, String userId) throws IOException {
        byte[] bytes = closings.take(
                closing, file(closing, kind), directory.actor(userId).orElseThrow());
        return texts(bytes);
    }

    private static String texts(byte[] document) throws IOException {
        Path file = Files.write(Files.createTempFile("closed", ".zip"), document);
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                texts.writeBytes(zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        return texts.toString(StandardCharsets.UTF_8);
    }

    private static Figure figure(String id) {
        return Figures.find(id).orElseThrow();
    }
}
