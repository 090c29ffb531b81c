package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Screened;
import org.fairreview.kit.Visit;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Disposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What the screening found in a real Chromium: a hit becomes a finding with one click and then forbids 符合, another is
 * dismissed with a reason, and the rules are read and tried.
 *
 * <p>With {@code -Dwalk.pictures=true} it leaves its pictures in {@code docs/images}.
 */
@ProductTest
class ScreeningWalkTests {

    private static final String REASON = "云仓平台经公开招标确定，合同将于本年底到期，不再续签。";

    @LocalServerPort
    int port;

    @Autowired
    JointReview review;

    @Autowired
    Screened screened;

    @Autowired
    CaseFile cases;

    @TempDir
    Path folder;

    @Test
    void a_hit_becomes_a_finding_that_forbids_to_conform() {
        String number = review.inReview();
        screened.version(number);
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit reviewer = Visit.login(browser, port, "zhaolei");
            readCase(reviewer, number);
            write(reviewer, number);
            conclude(reviewer, number);
            readDecisions(reviewer, number);
        }
    }

    @Test
    void the_rules_are_read_tried_and_changed_with_a_look_at_what_changes() throws IOException {
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit head = Visit.login(browser, port, "liufang");
            Page page = head.page();
            head.open("/cases");
            page.getByText("筛查规则").click();
            page.fill("#text", "获得奖励的企业十年内不得迁出本市。各类企业平等参与。");
            page.getByText("试筛查").click();
            assertThat(page.locator("#try .hit-mark").first()).containsText("迁出");
            assertThat(page.locator("#text")).hasValue("获得奖励的企业十年内不得迁出本市。各类企业平等参与。");
            page.locator("#rules .rule summary").first().click();
            page.evaluate("scrollTo(0, 0)");
            head.picture("screening-rules");
            assertFitsAPhone(head, "/screening/rules");

            Path broken = folder.resolve("规则.yaml");
            Files.writeString(broken, "版本: \"1\"\n规则: 没有\n");
            page.setInputFiles("#file", broken);
            page.getByText("检查并试算").click();
            assertThat(page.locator("#change .field-error")).containsText("行");
        }
    }

    private void readCase(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.open("/cases/" + number);
        assertThat(page.locator("#hits")).containsText("没有提示不等于没有风险");
        Locator mark = page.locator(".passage-text .hit-mark")
                .filter(new Locator.FilterOptions().setHasText("迁出"))
                .first();
        assertThat(mark).isVisible();
        page.evaluate("document.querySelector('#text').scrollIntoView()");
        reviewer.picture("screening-text");
        page.locator("#hits [data-jump-hit]").last().click();
        assertThat(page.locator(".hit-mark.is-lit").first()).isVisible();
        assertFitsAPhone(reviewer, "/cases/" + number);
    }

    private static void assertFitsAPhone(Visit visit, String path) {
        visit.onPhone();
        visit.open(path);
        assertThat(((Number) visit.page().evaluate("document.documentElement.scrollWidth")).intValue())
                .as("the page is as wide as the phone")
                .isLessThanOrEqualTo(390);
        visit.page().setViewportSize(1366, 768);
        visit.open(path);
    }

    private void write(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.openTask("我的任务", number);
        Locator hits = page.locator(".fr-form [data-rows=hits] > .fr-row");
        assertThat(hits.first()).isVisible();
        assertThat(page.locator(".fr-hinted").first()).isVisible();

        Locator leaving = hit(hits, "第五条");
        leaving.locator("[data-part=accept]").click();
        Locator finding =
                page.locator(".fr-form [data-rows=findings] > .fr-row").first();
        assertThat(finding.locator("[name=quotation]")).hasValue(java.util.regex.Pattern.compile("五年内不得将注册地迁出本市"));
        assertThat(finding.locator("[name=item]")).hasValue("9(1)");
        finding.locator("[name=requiredChange]").fill("删除不得迁出的规定。");
        answerWhatTheItemAsks(finding);
        assertThat(leaving.locator("[data-part=fate]")).hasText("已列为问题1");

        Locator support = hit(hits, "第三条");
        support.locator("[data-part=dismissAll]").click();
        support.locator("[name=reason]").fill("只是补贴的条件，已由市政府报经国务院批准。");
        Locator platform = hit(hits, "第六条");
        platform.locator("[data-part=dismiss]").click();
        reviewer.completeRefused("请写明不作为问题的理由");
        assertThat(finding.locator("[name=requiredChange]")).hasValue("删除不得迁出的规定。");
        platform.locator("[name=reason]").fill(REASON);
        page.evaluate("document.querySelector('[data-part=hitsBox]').scrollIntoView()");
        reviewer.picture("screening-form");
        page.reload();
        assertThat(hit(hits, "第六条").locator("[name=reason]")).hasValue(REASON);
        assertThat(hit(hits, "第五条").locator("[data-part=fate]")).hasText("已列为问题1");
        reviewer.complete();
    }

    private static void answerWhatTheItemAsks(Locator finding) {
        Locator basis = finding.locator("[name=legalBasis]");
        if (basis.isVisible()) {
            basis.selectOption("NONE");
        }
        Locator operator = finding.locator("[name=specificOperator]");
        if (operator.isVisible()) {
            operator.selectOption("false");
        }
    }

    /** The best hit of the passage at the address. */
    private static Locator hit(Locator hits, String address) {
        return hits.filter(new Locator.FilterOptions().setHasText(address + " ·"))
                .first();
    }

    private void conclude(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.openTask("我的任务", number);
        assertThat(page.locator(".fr-form [data-part=hitsSaid]")).containsText("段尚未处理");
        Locator row = page.locator(".fr-form [data-rows=decisions] > .fr-row").first();
        reviewer.choose(row, "disposition", "CHANGE_REQUIRED");
        reviewer.choose(page.locator(".fr-form"), "conclusion", "CONFORMS");
        page.locator(".fr-form [name=reasoning]").fill("理由如上。");
        reviewer.completeRefused("符合");
        assertThat(page.locator(".fr-form [name=reasoning]")).hasValue("理由如上。");
        assertThat(cases.findings(number).get(0).disposition()).isEqualTo(Disposition.OPEN);
    }

    private void readDecisions(Visit reviewer, String number) {
        reviewer.open("/cases/" + number + "#hits");
        assertThat(reviewer.page().locator("#hits")).containsText("已列为问题 1");
        assertThat(reviewer.page().locator("#hits")).containsText(REASON);
        reviewer.page().evaluate("document.querySelector('#hits').scrollIntoView()");
        reviewer.picture("screening-hits");
    }
}
