package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was typed into a form outlives the login: in two windows of a real Chromium, one of which logs out. */
@ProductTest
class DraftWalkTests {

    @LocalServerPort
    int port;

    @Test
    void a_procedure_that_is_sent_after_the_login_ended_waits_for_the_next_login_and_is_then_opened() {
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit drafter = Visit.login(browser, port, "linyue");
            Page form = drafter.page();
            drafter.open("/procedures/new");
            form.fill("#title", "关于加强中心城区停车管理的通知");
            form.selectOption("#kind", "NORMATIVE_DOCUMENT");
            form.check("input[name=business][value=false]");
            form.selectOption("#decider", "UNIT");
            form.fill("#decidingBody", "局长办公会议");
            logOutElsewhere(form);

            form.locator("form[data-draft] button[type=submit]").click();
            assertThat(form.locator("[data-draft-ended]")).isVisible();
            assertThat(form.locator("#title")).hasValue("关于加强中心城区停车管理的通知");

            form.reload();
            logIn(form);
            drafter.open("/procedures/new");
            assertThat(form.locator("[data-draft-restored]")).isVisible();
            assertThat(form.locator("#title")).hasValue("关于加强中心城区停车管理的通知");
            assertThat(form.locator("#decider")).hasValue("UNIT");
            assertThat(form.locator("input[name=business][value=false]")).isChecked();

            form.selectOption("#legalUnit", "u05");
            form.locator("form[data-draft] button[type=submit]").click();
            assertThat(form.locator("h1")).containsText("关于加强中心城区停车管理的通知");
            drafter.open("/procedures/new");
            assertThat(form.locator("[data-draft-restored]")).isHidden();
            assertThat(form.locator("#title")).hasValue("");
        }
    }

    @Test
    void a_lead_is_kept_and_another_form_says_that_the_login_has_ended() {
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit reviewer = Visit.login(browser, port, "zhaolei");
            Page page = reviewer.page();
            reviewer.open("/leads/new");
            page.fill("#title", "关于本地采购的若干措施");
            page.fill("#said", "只许本地企业参加。");
            reviewer.open("/leads/new");
            assertThat(page.locator("#said")).hasValue("只许本地企业参加。");
            page.getByText("清空，重新填写").click();
            assertThat(page.locator("#said")).hasValue("");

            reviewer.open("/account/absence");
            logOutElsewhere(page);
            page.locator("main form button[type=submit]").first().click();
            assertThat(page.locator("h1")).hasText("登录已经过期");
            page.getByText("重新登录").last().click();
            assertThat(page.locator("#login-form")).isVisible();
        }
    }

    private static void logOutElsewhere(Page page) {
        Page other = page.context().newPage();
        other.navigate("http://localhost:" + page.url().replaceAll("^http://[^:]+:(\\d+)/.*", "$1") + "/");
        other.locator("form[data-logout] button").click();
        other.locator("#login-form").waitFor();
        other.close();
    }

    private static void logIn(Page page) {
        page.fill("#username", "linyue");
        page.fill("#password", "Xiangyang#2026");
        page.click("#login-form button[type=submit]");
        page.locator("form[data-logout]").waitFor();
    }
}
