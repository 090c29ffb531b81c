package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import java.util.regex.Pattern;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A complaint in a real Chromium: filed by anybody without scripts, verified with a finding, written about; the reply to
 * the letter comes late, and the matter goes up.
 *
 * <p>With {@code -Dwalk.pictures=true} it leaves its pictures in {@code docs/images}.
 */
@ProductTest
class ComplaintWalkTests {

    private static final String OPEN = "本单位待办";
    private static final String MINE = "我的任务";

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @Autowired
    Reporting reporting;

    @Autowired
    Correspondence letters;

    @Autowired
    MovableClock moved;

    @AfterEach
    void it_is_today_again() {
        moved.reset();
        reporting.open(false);
    }

    @Test
    void a_complaint_leads_to_a_letter_that_is_answered_late_and_goes_up() {
        reporting.open(true);
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            String[] receipt = file(browser);
            String number = receipt[0];
            Visit reviewer = Visit.login(browser, port, "zhaolei");
            accept(reviewer, number);
            state(Visit.login(browser, port, "chenyu"), number);
            verify(reviewer, number);
            reporting.sign(number, "liufang");
            sign(Visit.login(browser, port, "zhangwei"), number);
            process.runJobs(number);
            answer(reviewer, number);
            look(browser, receipt);
            escalated(browser, reviewer, number);
        }
    }

    private Page stranger(Browser browser, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(false)
                .setLocale("zh-CN"));
        return context.newPage();
    }

    private String[] file(Browser browser) {
        Page page = stranger(browser, 390, 844);
        page.navigate("http://localhost:" + port + "/public/complaints");
        page.selectOption("#region", Reporting.REGION);
        page.locator("[name=realName][value=true]").press(" ");
        page.fill("#name", Reporting.REPORTER.name());
        page.fill("#measureTitle", Reporting.MEASURE);
        page.locator("[name=issued][value=true]").press(" ");
        page.fill("#violation", "第三条要求投标人在本市设立分支机构，外地企业无法参加。");
        page.locator("#truthful").press(" ");
        page.locator("button[type=submit]").press("Enter");
        assertThat(page.locator(".error-summary")).containsText("请至少填写一种联系方式");
        assertThat(page.locator("#drafterNamed-error")).containsText("请填写起草单位");
        assertThat(page.locator("#violation")).hasValue("第三条要求投标人在本市设立分支机构，外地企业无法参加。");
        page.fill("#phone", Reporting.REPORTER.phone());
        page.fill("#drafterNamed", "市发展改革委");
        page.locator("button[type=submit]").press("Enter");
        assertThat(page.locator("h1")).containsText("举报已收到");
        return new String[] {
            page.locator("#number").textContent(), page.locator("#secret").textContent()
        };
    }

    private void accept(Visit reviewer, String number) {
        reviewer.openTask(OPEN, number);
        reviewer.claim();
        Page page = reviewer.page();
        Locator form = page.locator(".fr-form");
        assertThat(form.locator("[data-part=links]")).containsText("举报人信息");
        reviewer.choose(form, "decision", "ACCEPT");
        reviewer.field("draftingUnit").selectOption("u02");
        reviewer.field("matter").fill("请" + Reporting.REPORTER.name() + "所称第三条的情况作出说明。");
        reviewer.completeRefused("文字中含有举报人的姓名或者联系方式");
        reviewer.field("matter").fill("请说明第三条对投标人分支机构的要求及其依据。");
        reviewer.complete();
        reviewer.open("/complaints/" + number + "/reporter");
        assertThat(page.locator("#reporter-name")).hasText(Reporting.REPORTER.name());
    }

    private void state(Visit unit, String number) {
        unit.openTask(OPEN, number);
        unit.claim();
        assertThat(unit.page().locator(".fr-form")).containsText("请说明第三条");
        assertThat(unit.page().locator(".fr-form")).not().containsText("实名");
        unit.field("text").fill("该办法印发前未经公平竞争审查。");
        unit.complete();
    }

    private void verify(Visit reviewer, String number) {
        reviewer.openTask(MINE, number);
        Page page = reviewer.page();
        Locator form = page.locator(".fr-form");
        assertThat(form.locator("[data-part=statement]")).containsText("未经公平竞争审查");
        reviewer.choose(form, "way", "IN_WRITING");
        reviewer.field("wholeMeasure").fill("已核查全文共十二条。");
        reviewer.choose(form, "procedure", "NOT_FULFILLED");
        reviewer.choose(form, "review", "NONE");
        page.locator("[data-part=addFinding]").click();
        Locator finding = form.locator("[data-rows=findings] > [data-row]");
        finding.locator("[name=item]").selectOption("9(3)");
        finding.locator("[name=quotation]").fill("投标人应当在本市设立分支机构。");
        finding.locator("[name=reason]").fill("以设立分支机构为投标条件。");
        finding.locator("[name=requiredChange]").fill("删除该要求。");
        reviewer.choose(form, "outcome", "VIOLATION");
        reviewer.field("conclusion").fill("第三条限制外地经营者参加招标投标。");
        reviewer.choose(form, "letter", "NONE");
        reviewer.completeRefused("请选择整改督促函");
        reviewer.choose(form, "letter", "RECTIFICATION");
        Visit.picture(page, "complaint-verify");
        reviewer.complete();
    }

    private void sign(Visit leader, String number) {
        leader.openTask(OPEN, number);
        leader.claim();
        assertThat(leader.page().locator(".fr-form [data-part=findings]")).containsText("删除该要求。");
        leader.choose(leader.page().locator(".fr-form"), "agreed", "true");
        leader.complete();
    }

    private void answer(Visit reviewer, String number) {
        reviewer.openTask(MINE, number);
        reviewer.field("tellingWay").selectOption("PHONE");
        reviewer.field("text").fill("经核查，该办法第三条违反公平竞争审查标准，已督促整改。");
        reviewer.complete();
        reviewer.open("/complaints");
        reviewer.open("/complaints/" + number);
        assertThat(reviewer.page().locator("main")).containsText("已答复办结");
        Visit.picture(reviewer.page(), "complaint-page");
    }

    private void look(Browser browser, String[] receipt) {
        Page page = stranger(browser, 1366, 768);
        page.navigate("http://localhost:" + port + "/public/complaints/state");
        page.fill("#number", receipt[0]);
        page.fill("#secret", receipt[1]);
        page.locator("button[type=submit]").press("Enter");
        assertThat(page.locator("main")).containsText("已督促整改");
        page.navigate("http://localhost:" + port + "/public/complaints");
        Visit.picture(page, "complaint-public");
    }

    /** The letter is issued; its reply comes late and puts nothing right, so that a report follows. */
    private void escalated(Browser browser, Visit reviewer, String number) {
        String letter = reporting.get(number).letterNumber().orElseThrow();
        reviewer.openTask(OPEN, letter);
        reviewer.claim();
        assertThat(reviewer.field("facts")).hasValue(Pattern.compile("经核查.*违反公平竞争审查标准.*"));
        reviewer.complete();
        letters.look(letter);
        letters.signOff(letter);
        letters.seal(letter, "wangmin");
        letters.deliver(letter, "wangmin");
        moved.advance(Duration.ofDays(60));
        letters.letLapse(letter);
        letters.reply(letter, "chenyu", "正在研究，尚未修订。");
        process.answer(letter, Correspondence.JUDGE, "zhaolei", letters.judgement(letter, false, false));
        Visit head = Visit.login(browser, port, "liufang");
        head.openTask(OPEN, letter);
        head.claim();
        head.choose(head.page().locator(".fr-form"), "next", "report");
        head.field("note").fill("逾期回复，整改不到位。");
        head.complete();
        head.open("/letters/" + letter);
        assertThat(head.page().locator("main")).containsText("已升级处理");
        assertThat(head.page().locator("main")).not().containsText(Reporting.REPORTER.name());
    }
}
