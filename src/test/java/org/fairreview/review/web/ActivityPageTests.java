package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visit;
import org.fairreview.kit.Web;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.Issuance;
import org.fairreview.review.Circulations;
import org.fairreview.review.activity.FourEyes;
import org.fairreview.review.activity.FourEyes.Concluded;
import org.fairreview.review.activity.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor asks who did what. */
@ProductTest
class ActivityPageTests {

    @LocalServerPort
    int port;

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    Circulations circulations;

    @Autowired
    AuditTrail trail;

    @Autowired
    FourEyes fourEyes;

    @Autowired
    AuditDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_a_person_did_is_listed_with_the_case_and_the_question_is_on_record() {
        String number = people.inSigning();

        Answer page = web.session("dengaudit").get("/activity?person=zhaolei&kind=ALL");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("赵磊", "逐条审查草案", "拟写审查意见", "/cases/" + number + "/replay")
                .doesNotContain("??")
                .doesNotContain("<td>王敏</td>");
        assertThat(trail.readsOf("dengaudit"))
                .last()
                .extracting(AuditEntry::details)
                .asString()
                .contains("\"page\":\"activity\"", "zhaolei");
    }

    @Test
    void a_person_can_be_asked_for_by_name_and_an_unknown_one_is_said_at_the_field() {
        people.inReview();

        assertThat(web.session("dengaudit").get("/activity?person=王敏").body()).contains("审核送审材料");
        Answer unknown = web.session("dengaudit").get("/activity?person=没有此人&from=2026-01-01");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("没有账号或者姓名为“没有此人”的人员", "value=\"没有此人\"", "value=\"2026-01-01\"");
    }

    @Test
    void a_wrong_day_and_a_period_that_ends_before_it_begins_are_said_and_kept() {
        for (String path : List.of("/activity", "/activity/unusual", "/activity/four-eyes")) {
            Answer wrong = web.session("dengaudit").get(path + "?from=2026-13-01&until=2026-01-31");
            assertThat(wrong.status()).as(path).isEqualTo(422);
            assertThat(wrong.body()).contains("请按“年-月-日”填写起止日期", "value=\"2026-13-01\"");
            assertThat(web.session("dengaudit")
                            .get(path + "?from=2026-02-01&until=2026-01-31")
                            .body())
                    .as(path)
                    .contains("起始日期不能晚于截止日期");
            assertThat(web.session("dengaudit")
                            .get(path + "/export?from=2026-02-01&until=2026-01-31")
                            .status())
                    .as(path)
                    .isEqualTo(422);
        }
        assertThat(web.session("dengaudit")
                        .get("/activity/unusual?begins=19:00&ends=08:00")
                        .body())
                .contains("请填写正确的上下班时间", "value=\"19:00\"");
    }

    @Test
    void acts_of_administrators_are_a_kind_of_their_own() {
        String administration =
                web.session("dengaudit").get("/activity?kind=ADMINISTRATION").body();

        assertThat(administration).doesNotContain("审核送审材料");
    }

    @Test
    void who_appears_in_two_parts_of_one_case_is_marked_and_nobody_else() {
        String fine = people.inSigning();
        people.signOff(fine);
        String doubled = people.inSigning();
        people.signOff(doubled);
        jdbc.sql("update case_signature set user_id = 'zhaolei' where case_number = :number and step = 0")
                .param("number", doubled)
                .update();

        List<Concluded> found = fourEyes.find(new Period(desk.today(), desk.today()), process.actor("dengaudit"));

        assertThat(one(found, fine).same()).isEmpty();
        assertThat(one(found, fine).drafted()).containsExactly("chenyu");
        assertThat(one(found, fine).reviewed()).containsExactly("zhaolei");
        assertThat(one(found, fine).signed()).containsExactly("liufang", "zhangwei");
        assertThat(one(found, doubled).same()).containsExactly("zhaolei");
        assertThat(web.session("dengaudit").get("/activity/four-eyes?only=true").body())
                .contains(doubled)
                .doesNotContain(fine)
                .doesNotContain("??");
    }

    @Test
    void all_three_lists_are_taken_out_as_workbooks_and_restricted_cases_are_told() throws IOException {
        String number = people.inSigning();
        people.signOff(number);
        process.as(
                "liufang",
                () -> circulations.raise(number, Circulation.RESTRICTED, "内部管控", "", process.actor("liufang")));

        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit auditor = Visit.login(browser, port, "dengaudit");
            auditor.open("/");
            auditor.page().locator(".portal-nav a[href='/activity']").click();
            auditor.page().waitForURL("**/activity");
            auditor.picture("activity");
            XSSFSheet acts = download(auditor.page(), "a.ledger-export");
            assertThat(acts.getRow(0).getCell(0).getStringCellValue()).isEqualTo("时间");
            assertThat(acts.getLastRowNum()).isGreaterThan(5);
            auditor.open("/activity/unusual?begins=00:00&ends=23:59&many=2&minutes=1440");
            auditor.picture("unusual");
            assertThat(download(auditor.page(), "button[formaction]").getLastRowNum())
                    .isPositive();
            auditor.open("/activity/four-eyes");
            auditor.picture("four-eyes");
            assertThat(download(auditor.page(), "button[formaction]")
                            .getRow(1)
                            .getCell(7)
                            .getStringCellValue())
                    .isNotEmpty();
            auditor.onPhone();
            for (String path : List.of("/activity", "/activity/unusual", "/activity/four-eyes")) {
                auditor.open(path);
                assertThat((Boolean) auditor.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(path)
                        .isTrue();
            }
        }

        assertThat(trail.readsOf(number))
                .extracting(AuditEntry::act, entry -> entry.actor().userId())
                .contains(org.assertj.core.groups.Tuple.tuple("read.exported", "dengaudit"));
        assertThat(trail.readsOf("dengaudit")).extracting(AuditEntry::act).contains("read.exported");
    }

    @Test
    void a_county_sees_no_act_of_the_city_and_nobody_but_an_auditor_sees_any() {
        String citys = people.inReview();
        String countys = submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);

        assertThat(web.session("dengaudit").get("/activity?kind=ALL").body()).contains(citys, countys);
        for (String other : List.of("wangmin", "zhangwei", "wuoffice", "admin", "secop", "chenyu", "fchead")) {
            for (String path : List.of("/activity", "/activity/unusual", "/activity/four-eyes/export")) {
                assertThat(web.session(other).get(path).status())
                        .as(other + path)
                        .isEqualTo(403);
            }
            assertThat(web.session(other).get("/").body()).doesNotContain("href=\"/activity\"");
        }
    }

    private static Concluded one(List<Concluded> found, String number) {
        return found.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static XSSFSheet download(Page page, String button) throws IOException {
        Path file =
                page.waitForDownload(() -> page.locator(button).first().click()).path();
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file))).getSheetAt(0);
    }
}
