package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Rounds;
import org.fairreview.kit.Visit;
import org.fairreview.supervision.lead.Leads;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A monitoring point in a real Chromium: visited, what it told is a lead, decided and checked. */
@ProductTest
class VisitWalkTests {

    private static final String OPEN = "本单位待办";
    private static final String MINE = "我的任务";
    private static final String MEASURE = "关于支持智能制造装备首购首用的若干措施";
    private static final String ANSWER = "首购补贴只给目录内的本地产品。";

    @LocalServerPort
    int port;

    @Autowired
    Rounds rounds;

    @Autowired
    Leads leads;

    @Test
    void what_a_visit_finds_is_decided_and_checked() {
        String visit = rounds.plan(rounds.point()) + "-001";
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit reviewer = Visit.login(browser, port, "zhaolei");
            record(reviewer, visit);
            String lead = leads.foundIn(visit).get(0);
            decide(reviewer, lead);
            check(reviewer, lead);
            read(reviewer, lead);
            look(reviewer);
        }
    }

    private void record(Visit reviewer, String visit) {
        Page page = reviewer.page();
        reviewer.openTask(MINE, visit);
        reviewer.choose(page.locator(".fr-form"), "met", "true");
        page.locator(".fr-form [data-rows=answers] textarea").first().fill(ANSWER);
        page.locator("[data-part=addLead]").click();
        Locator lead = page.locator(".fr-form [data-rows=leads] > [data-row]");
        lead.locator("[name=measure]").fill(MEASURE);
        lead.locator("[name=said]").fill(ANSWER);
        reviewer.completeRefused("请选择同行走访人");
        assertThat(lead.locator("[name=said]")).hasValue(ANSWER);
        reviewer.field("companion").selectOption("sunqian");
        reviewer.picture("visit-form");
        reviewer.complete();
    }

    private void decide(Visit reviewer, String lead) {
        Page page = reviewer.page();
        reviewer.open("/leads");
        assertThat(page.locator("tbody")).containsText(MEASURE);
        reviewer.picture("leads");
        reviewer.open("/leads/" + lead);
        page.locator("input[name=decision][value=CHECK]").check();
        page.locator("#reason").fill("补贴只给本地产品，需要核查。");
        reviewer.picture("lead-decision");
        page.locator("main form button[type=submit]").last().click();
        assertThat(page.locator("main")).containsText("核查中");
    }

    private void check(Visit reviewer, String lead) {
        Page page = reviewer.page();
        reviewer.openTask(OPEN, lead);
        reviewer.claim();
        assertThat(page.locator(".fr-form [data-part=sources]")).containsText(ANSWER);
        reviewer.field("report").fill("已核对公布的文本，首购补贴以本地产品为条件。");
        reviewer.choose(page.locator(".fr-form"), "checkOutcome", "LETTER");
        reviewer.field("addresseeUnit").selectOption("u04");
        reviewer.picture("lead-check");
        reviewer.complete();
    }

    private void read(Visit reviewer, String lead) {
        reviewer.open("/leads/" + lead);
        Locator content = reviewer.page().locator("main");
        assertThat(content).containsText("发现问题，提请发函");
        content.locator("a[href^='/letters/']").click();
        assertThat(reviewer.page().locator("main")).containsText("线索核查 " + lead);
    }

    private void look(Visit reviewer) {
        Page page = reviewer.page();
        reviewer.open("/monitoring/overview");
        assertThat(page.locator("[data-bars=by-month] svg")).isVisible();
        reviewer.picture("monitoring-overview");
        reviewer.open("/monitoring/plans/new");
        reviewer.picture("monitoring-plan");
        reviewer.onPhone();
        for (String path : new String[] {"/leads", "/monitoring", "/monitoring/overview", "/monitoring/questions"}) {
            reviewer.open(path);
            org.assertj.core.api.Assertions.assertThat(
                            (int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("%s is no wider than the telephone", path)
                    .isLessThanOrEqualTo(0);
            reviewer.picture("phone" + path.replace('/', '-'));
        }
    }
}
