package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Five members of the joint conference are asked in a real Chromium: two agree, one wants a change, one dissents, and one
 * keeps silent until the limit and answers late; the office sums up, and a leader signs that the dissent is overruled.
 */
@ProductTest
class ConsultationWalkTests {

    private static final String WITHOUT_BUDGET = "本年预算没有安排这项补贴。";
    private static final String OVERRULED = "资金由省级专项安排，已附文件。";

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Test
    void five_members_one_dissent_one_silence_one_late() {
        String number = people.inReview();
        members.want(number, "补贴条款是否可行，有无不同意见？");
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit office = Visit.login(browser, port, "wuoffice");
            choose(office, number);
            dissent(Visit.login(browser, port, "caocz"), number);
            wish(Visit.login(browser, port, "sfmember"), number);
            members.answer(number, "u32", "jtmember", "AGREES", "");
            members.answer(number, "u33", "rsmember", "AGREES", "");
            process.runJobs(number);
            process.fireTimers(number);
            late(Visit.login(browser, port, "swmember"), number);
            sumUp(office, number);
            overrule(Visit.login(browser, port, "zhangwei"), number);
            read(Visit.login(browser, port, "zhaolei"), number);
        }
    }

    private void choose(Visit office, String number) {
        Page page = office.page();
        office.openTask("本单位待办", number);
        office.claim();
        Locator all = page.locator(".fr-form [data-rows=members] > [data-row]");
        assertThat(all.filter(new Locator.FilterOptions().setHasText("财政局")).locator("[name=asked]"))
                .isChecked();
        for (int place = 0; place < all.count(); place++) {
            String unit = all.nth(place).locator("[data-part=name]").innerText();
            boolean wanted = unit.contains("财政局")
                    || unit.contains("商务局")
                    || unit.contains("司法局")
                    || unit.contains("交通运输局")
                    || unit.contains("人力资源");
            all.nth(place).locator("[name=asked]").setChecked(wanted);
        }
        office.picture("choose-members");
        office.complete();
    }

    private void dissent(Visit finance, String number) {
        Page page = finance.page();
        finance.openTask("本单位待办", number);
        finance.claim();
        Locator questions = page.locator(".fr-form [data-rows=answers] > [data-row]");
        assertThat(questions).hasCount(4);
        assertThat(questions.nth(0)).containsText("奖励、补贴是否给予特定经营者");
        for (int place = 0; place < 3; place++) {
            finance.choose(questions.nth(place), "said", "NOT_CONCERNED");
        }
        finance.choose(page.locator(".fr-form"), "position", "DISAGREES");
        page.locator(".fr-form [name=opinion]").fill(WITHOUT_BUDGET);
        finance.completeRefused("请逐项回答本单位职责范围内的问题");

        assertThat(page.locator(".fr-form [name=opinion]")).hasValue(WITHOUT_BUDGET);
        finance.choose(questions.nth(3), "said", "PROBLEM");
        questions.nth(3).locator("[name=note]").fill("没有承受能力评估。");
        page.locator(".fr-form [data-part=addPassage]").click();
        Locator passage = page.locator(".fr-form [data-rows=passages] > [data-row]");
        passage.locator("[name=quotation]").fill("第三条");
        passage.locator("[name=remark]").fill("补贴标准应当明确。");
        finance.picture("member-form-finance");
        finance.complete();
    }

    private void wish(Visit justice, String number) {
        Page page = justice.page();
        justice.openTask("本单位待办", number);
        justice.claim();
        Locator questions = page.locator(".fr-form [data-rows=answers] > [data-row]");
        assertThat(questions).hasCount(3);
        assertThat(questions.nth(0)).containsText("制定机关是否有制定本文件的职权");
        for (int place = 0; place < 3; place++) {
            justice.choose(questions.nth(place), "said", "COMPLIES");
        }
        justice.choose(page.locator(".fr-form"), "position", "WANTS_CHANGES");
        page.locator(".fr-form [name=opinion]").fill("建议写明上位法依据。");
        justice.picture("member-form-justice");
        justice.complete();
    }

    private void late(Visit commerce, String number) {
        Page page = commerce.page();
        commerce.open("/cases/" + number);
        page.locator("a[href*='/consultation/opinions/']").click();
        assertThat(page.locator("body")).containsText("外商投资");
        for (String question : new String[] {"circulation", "foreignInvestment", "consumption"}) {
            page.locator("input[name='answer." + question + "'][value=NOT_CONCERNED]")
                    .check();
        }
        page.locator("input[name=position][value=AGREES]").check();
        page.locator("main form button[type=submit]").click();
        page.waitForURL("**/consultation");
        assertThat(page.locator("body")).containsText("逾期答复");
    }

    private void sumUp(Visit office, String number) {
        Page page = office.page();
        office.openTask("本单位待办", number);
        office.claim();
        Locator rows = page.locator(".fr-form [data-rows=treatments] > [data-row]");
        assertThat(rows).hasCount(2);
        assertThat(page.locator(".fr-form [data-part=answers]")).containsText("逾期答复");
        Locator dissent = rows.filter(new Locator.FilterOptions().setHasText(WITHOUT_BUDGET));
        office.choose(dissent, "treatment", "NOT_ADOPTED");
        dissent.locator("[name=reason]").fill(OVERRULED);
        office.choose(rows.filter(new Locator.FilterOptions().setHasText("建议写明上位法依据")), "treatment", "ADOPTED");
        page.locator(".fr-form [name=summary]").fill("三家无意见，司法局的意见已采纳，财政局的不同意见未采纳。");
        office.picture("summarise-opinions");
        office.complete();
    }

    private void overrule(Visit leader, String number) {
        Page page = leader.page();
        leader.openTask("本单位待办", number);
        assertThat(page.locator(".fr-form")).containsText(OVERRULED);
        leader.claim();
        leader.choose(page.locator(".fr-form"), "agreed", "true");
        leader.complete();
    }

    private void read(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.open("/cases/" + number + "/consultation");
        assertThat(page.locator("body")).containsText("共征求5个单位，已答复5个");
        assertThat(page.locator("body")).containsText("不采纳已审签");
        assertThat(page.locator("body")).containsText(WITHOUT_BUDGET);
        reviewer.picture("consultation");
    }
}
