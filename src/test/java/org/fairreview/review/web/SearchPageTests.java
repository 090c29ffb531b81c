package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.TaskService;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Visit;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.review.ledger.Trace;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor searches all cases by what happened in them. */
@ProductTest
class SearchPageTests {

    @LocalServerPort
    int port;

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    Ledger ledger;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditDesk desk;

    @Autowired
    TaskService tasks;

    @Test
    void a_case_is_found_by_the_step_at_which_it_stands_and_by_those_that_it_passed() {
        String number = people.inReview();

        assertThat(found(step(JointReview.REVIEW, Trace.At.NOW))).contains(number);
        assertThat(found(step(JointReview.REVIEW, Trace.At.PASSED))).doesNotContain(number);
        assertThat(found(step(JointReview.ASSIGN, Trace.At.PASSED))).contains(number);
        assertThat(found(step(JointReview.ASSIGN, Trace.At.NOW))).doesNotContain(number);
    }

    @Test
    void a_case_is_found_by_who_acted_in_it_and_not_by_who_only_read_it() {
        String mine = people.inReview();
        web.session("zhangwei").get("/cases/" + mine + "/receipt");

        assertThat(found(person("zhaolei"))).doesNotContain(mine);
        assertThat(found(person("liufang"))).contains(mine);
        assertThat(found(person("zhangwei"))).doesNotContain(mine);
        people.review(mine, "zhaolei", List.of());
        assertThat(found(person("zhaolei"))).contains(mine);
    }

    @Test
    void a_case_is_found_by_a_late_task_by_its_item_and_by_the_day_on_which_it_came() {
        String late = people.inReview();
        var task = process.task(late, JointReview.REVIEW);
        task.setDueDate(new Date(0));
        tasks.saveTask(task);
        String other = people.inReview();
        people.review(other, "zhaolei", List.of(people.finding(other, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        String today = desk.today().toString();
        String tomorrow = desk.today().plusDays(1).toString();

        assertThat(found(new Trace(null, null, null, null, null, true, null)))
                .contains(late)
                .doesNotContain(other);
        assertThat(found(new Trace(null, null, null, null, null, null, "9(1)")))
                .contains(other)
                .doesNotContain(late);
        assertThat(found(new Trace(null, today, today, null, null, null, null))).contains(late, other);
        assertThat(found(new Trace(null, tomorrow, null, null, null, null, null)))
                .doesNotContain(late, other);
        assertThat(found(new Trace("zhaolei", today, today, JointReview.REVIEW, Trace.At.PASSED, null, "9(1)")))
                .contains(other)
                .doesNotContain(late);
    }

    @Test
    void what_is_no_day_narrows_nothing_and_a_step_without_a_state_was_passed() {
        Trace trace = new Trace(" ", "2026-13-01", "gestern", "Task_X", null, false, "");

        assertThat(trace.parameters()).isEqualTo(Map.of("step", "Task_X", "at", "PASSED"));
        assertThat(new Trace(null, null, null, null, Trace.At.NOW, null, null).isNone())
                .isTrue();
    }

    @Test
    void the_search_of_an_auditor_of_no_region_of_the_case_finds_nothing() {
        String number = people.inReview();

        assertThat(ledger.page(LedgerQuery.all(), person("liufang"), process.actor("wangmin"), 1)
                        .entries())
                .extracting(LedgerEntry::number)
                .doesNotContain(number);
    }

    @Test
    void the_auditor_narrows_keeps_and_takes_out_what_is_found_and_all_of_it_is_on_record() throws IOException {
        String number = people.inReview();
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit auditor = Visit.login(browser, port, "dengaudit");
            auditor.open("/activity/cases");
            Page page = auditor.page();
            page.selectOption("select[name=person]", "liufang");
            page.selectOption("select[name=step]", JointReview.REVIEW);
            page.selectOption("select[name=at]", "NOW");
            page.fill("input[name=q]", number);
            page.locator(".ledger-filter button[type=submit]").click();
            page.waitForURL("**/activity/cases?*");
            assertThat(page.locator(".ledger-table tbody").innerText()).contains(number);
            assertThat(page.locator("select[name=person]").inputValue()).isEqualTo("liufang");
            auditor.picture("search");

            page.fill("#view-name", "刘芳经手 " + number);
            page.locator(".ledger-keep button").click();
            page.waitForLoadState();
            page.locator(".ledger-view a[aria-current]").waitFor();
            auditor.open("/activity/cases");
            page.locator(".ledger-view a")
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .click();
            page.waitForURL("**/activity/cases?*person=liufang*");

            byte[] bytes = Files.readAllBytes(
                    page.waitForDownload(() -> page.locator("a.ledger-export").click())
                            .path());
            assertThat(new XSSFWorkbook(new ByteArrayInputStream(bytes))
                            .getSheetAt(0)
                            .getRow(1)
                            .getCell(0)
                            .getStringCellValue())
                    .isEqualTo(number);
            auditor.open("/cases");
            assertThat(page.locator(".ledger-view a")
                            .filter(new Locator.FilterOptions().setHasText(number))
                            .count())
                    .as("the ledger's own kept queries")
                    .isZero();
        }

        assertThat(trail.readsOf("dengaudit"))
                .extracting(AuditEntry::act, AuditEntry::details)
                .anySatisfy(read -> assertThat(read.toList().toString()).contains("read.opened", "search", number))
                .anySatisfy(read -> assertThat(read.toList().toString()).contains("read.exported", "search", number));
        assertThat(trail.of("dengaudit"))
                .last()
                .extracting(AuditEntry::details)
                .asString()
                .contains("\"person\":\"liufang\"", "\"step\":\"Task_ReviewMeasure\"");
    }

    @Test
    void nobody_but_an_auditor_searches_and_a_name_that_is_taken_is_said() {
        Visitor auditor = web.session("dengaudit");
        String name = "常用" + System.nanoTime();
        Answer first =
                auditor.submit("/activity/cases/views", Map.of("late", "true", "name", name, "_csrf", auditor.csrf()));
        assertThat(first.status()).as(first.body()).isEqualTo(302);
        Answer second =
                auditor.submit("/activity/cases/views", Map.of("late", "true", "name", name, "_csrf", auditor.csrf()));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("已有名为“" + name + "”的常用查询", "checked=\"checked\"");
        for (String other : List.of("wangmin", "zhangwei", "admin", "chenyu")) {
            assertThat(web.session(other).get("/activity/cases").status())
                    .as(other)
                    .isEqualTo(403);
            assertThat(web.session(other).get("/activity/cases/export").status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    private List<String> found(Trace trace) {
        return ledger.export(LedgerQuery.all(), trace, process.actor("dengaudit")).orElseThrow().stream()
                .map(LedgerEntry::number)
                .toList();
    }

    private static Trace step(String step, Trace.At at) {
        return new Trace(null, null, null, step, at, null, null);
    }

    private static Trace person(String person) {
        return new Trace(person, null, null, null, null, null, null);
    }
}
