package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The end of a year in a real Chromium: summaries, scores, the closing, a difference and its reason. */
@ProductTest
class YearWalkTests {

    private static final int YEARS_AGO = 7;
    private static final int NARROW = 390;

    @LocalServerPort
    int port;

    @Autowired
    JointReview review;

    @Autowired
    Clock clock;

    @Test
    void an_office_ends_a_year() {
        review.signOff(review.inSigning());
        String year = String.valueOf(LocalDate.now(clock).getYear() - YEARS_AGO);
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit office = Visit.login(browser, port, "wuoffice");
            askForSummaries(office, year);
            handIn(Visit.login(browser, port, "chenyu"), year);
            train(office, year + "-03-05", "公平竞争审查业务培训");
            close(office, year);
            train(office, year + "-11-11", "公平竞争政策进机关");
            explain(office, year);
            looksAt(office, "/figures/step-times", "step-times", "#plot-steps tbody tr");
            looksAt(office, "/scores", "scores", "#plot-scores tbody tr");
            looksAt(office, "/scores/u02", "score-card", "tbody tr");
            fitsOnAPhone(office, year);
        }
    }

    private void askForSummaries(Visit office, String year) {
        Page page = office.page();
        office.open("/summaries?year=" + year);
        for (Locator unit : page.locator("input[name=units]").all()) {
            unit.setChecked(List.of("u02", "u03").contains(unit.getAttribute("value")));
        }
        page.locator("form[action='/summaries/requests'] button").click();
        assertThat(page.locator("body")).containsText("未报送");
    }

    private void handIn(Visit unit, String year) {
        Page page = unit.page();
        unit.open("/notices");
        assertThat(page.locator("main")).containsText("提交" + year + "年度总结");
        unit.open("/summaries");
        page.locator("tr", new Page.LocatorOptions().setHasText(year))
                .locator("a")
                .first()
                .click();
        page.locator("#content").fill("全年起草的政策措施均在审查后出台。");
        page.locator("form[enctype] button[type=submit]").click();
        assertThat(page.locator("main")).containsText("请上传总结文件");
        assertThat(page.locator("#content")).hasValue("全年起草的政策措施均在审查后出台。");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "年度总结.txt", "text/plain", "全年起草的政策措施均在审查后出台。".getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button[type=submit]").click();
        assertThat(page.locator("main")).containsText("提交时统计的本单位数字");
        unit.picture("unit-summary");
    }

    private void train(Visit office, String day, String title) {
        Page page = office.page();
        office.open("/conference/trainings");
        page.locator("#kind").selectOption("TRAINING");
        page.locator("#heldOn").fill(day);
        page.locator("#title").fill(title);
        page.locator("#audience").fill("联席会议各成员单位");
        page.locator("#participants").fill("120");
        page.locator("form[action='/conference/trainings'][method=post] button").click();
        assertThat(page.locator("main")).containsText(title);
    }

    private void close(Visit office, String year) {
        Page page = office.page();
        office.open("/summaries?year=" + year);
        assertThat(page.locator("main")).containsText("逾期");
        office.picture("summaries");
        office.open("/figures/closings");
        page.locator("#year").selectOption(year);
        page.locator("#part").selectOption("");
        page.locator("form[action='/figures/closings'] button[type=submit]").click();
        assertThat(page.locator("#question")).containsText("将封存" + year + "年");
        page.getByText("确认封存", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("重新核对").click();
        assertThat(page.locator("main")).containsText("核对一致");
        assertThat(page.locator("main")).containsText("现在的统计与封存时一致");
    }

    private void explain(Visit office, String year) {
        Page page = office.page();
        office.open("/figures?year=" + year);
        assertThat(page.locator("main")).containsText("现统计2（+1）");
        page.locator(".figure-change a").first().click();
        Locator trainings = page.locator("#trainings");
        trainings.locator("textarea").fill("年底的活动补登记。");
        trainings.locator("button").click();
        assertThat(page.locator("#trainings")).containsText("年底的活动补登记。（吴");
        office.picture("closing");
        office.open("/figures?year=" + year);
        assertThat(page.locator("main")).containsText("年底的活动补登记");
        office.picture("figures-closed");
    }

    private void looksAt(Visit office, String path, String picture, String rows) {
        office.open(path);
        assertThat(office.page().locator(rows).first()).isVisible();
        if (rows.startsWith("#plot")) {
            assertThat(office.page().locator(".plot svg")).isVisible();
        }
        office.picture(picture);
    }

    private void fitsOnAPhone(Visit office, String year) {
        office.onPhone();
        for (String path : List.of(
                "/figures?year=" + year,
                "/figures/closings",
                "/summaries?year=" + year,
                "/figures/step-times",
                "/scores",
                "/scores/u02",
                "/scores/weights")) {
            office.open(path);
            Assertions.assertEquals(NARROW, office.page().evaluate("document.documentElement.scrollWidth"), path);
        }
    }
}
