package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A letter in a real Chromium: drafted, signed and issued; the reply comes late and puts nothing right, so that a report
 * follows.
 */
@ProductTest
class LetterWalkTests {

    private static final String OPEN = "本单位待办";
    private static final String MINE = "我的任务";
    private static final String FACTS = "该政策措施印发时尚未取得公平竞争审查结论。";
    private static final String ANSWER = "正在研究，尚未修订。";

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @Autowired
    Correspondence letters;

    @Autowired
    MovableClock moved;

    @AfterEach
    void it_is_today_again() {
        moved.reset();
    }

    @Test
    void a_letter_is_answered_late_and_the_matter_goes_up() {
        String number = letters.begin("reminder", "DRAFTER");
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit reviewer = Visit.login(browser, port, "zhaolei");
            draft(reviewer, number);
            letters.sign(number, "liufang");
            sign(Visit.login(browser, port, "zhangwei"), number);
            letters.issue(number);
            letters.seal(number, "wangmin");
            letters.deliver(number, "wangmin");
            moved.advance(Duration.ofDays(40));
            letters.letLapse(number);
            overdue(reviewer, number);
            reply(Visit.login(browser, port, "chenyu"), number);
            letters.judge(number, false);
            escalate(Visit.login(browser, port, "liufang"), number);
            read(reviewer, number);
        }
    }

    private void draft(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.openTask(MINE, number);
        reviewer.field("title").fill("《襄阳市智慧停车建设管理办法》公平竞争审查有关问题");
        page.locator("[data-part=addMeasure]").click();
        Locator measure = page.locator(".fr-form [data-rows=measures] > [data-row]");
        measure.locator("[name=measure]").fill(Correspondence.MEASURE);
        assertThat(measure.locator("[name=drafter]")).hasValue(Correspondence.DRAFTER);
        page.locator("[data-part=addFinding]").click();
        Locator finding = page.locator(".fr-form [data-rows=findings] > [data-row]");
        assertThat(finding.locator("[name=measureTitle]")).hasValue(Correspondence.MEASURE);
        finding.locator("[name=quotation]").fill("参与建设运营的企业应当在本市注册。");
        finding.locator("[name=standard]").fill("限制外地经营者进入本地市场（条例第九条）");
        finding.locator("[name=reason]").fill("对经营者的注册地提出要求。");
        reviewer.completeRefused("请填写事由");
        reviewer.field("facts").fill(FACTS);
        reviewer.picture("letter-draft");
        reviewer.complete();
    }

    private void sign(Visit leader, String number) {
        leader.openTask(OPEN, number);
        leader.claim();
        assertThat(leader.page().locator(".fr-form [data-part=letter]")).containsText(FACTS);
        leader.choose(leader.page().locator(".fr-form"), "agreed", "true");
        leader.complete();
    }

    private void overdue(Visit reviewer, String number) {
        reviewer.open("/letters?state=OVERDUE");
        Locator row = reviewer.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(row).containsText("逾期未回复");
        reviewer.picture("letters");
    }

    private void reply(Visit unit, String number) {
        unit.openTask(OPEN, number);
        unit.claim();
        assertThat(unit.page().locator(".fr-form [data-part=limit]")).containsText("回复期限");
        unit.choose(unit.page().locator(".fr-form"), "action", "REPLY");
        unit.field("reply").fill(ANSWER);
        unit.complete();
    }

    private void escalate(Visit head, String number) {
        head.openTask(OPEN, number);
        head.claim();
        assertThat(head.page().locator(".fr-form [data-part=reply]")).containsText(ANSWER);
        head.choose(head.page().locator(".fr-form"), "next", "report");
        head.field("note").fill("逾期回复，整改不到位。");
        head.complete();
    }

    private void read(Visit reviewer, String number) {
        reviewer.open("/letters/" + number);
        Locator content = reviewer.page().locator("main");
        assertThat(content).containsText("已升级处理");
        assertThat(content).containsText("拟制报告");
        assertThat(content).containsText(ANSWER);
        assertThat(content).containsText("（逾期）");
        reviewer.picture("letter-page");
    }
}
