package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Visit;
import org.fairreview.kit.WordFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Six people carry a measure through its joint review in a real Chromium: portal, Tasklist, and the document in hand.
 *
 * <p>With {@code -Dwalk.pictures=true} it leaves its pictures in {@code docs/images}.
 */
@ProductTest
class WalkTests {

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @TempDir
    Path folder;

    @Test
    void six_people_carry_a_measure_from_its_submission_to_the_delivered_opinion() throws IOException {
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit drafter = Visit.login(browser, port, "chenyu");
            String number = submit(drafter);
            Visit clerk = Visit.login(browser, port, "wangmin");
            accept(clerk, number);
            Visit head = Visit.login(browser, port, "liufang");
            assign(head, number);
            Visit reviewer = Visit.login(browser, port, "zhaolei");
            review(reviewer, number);
            Visit adviser = Visit.login(browser, port, "xulaw");
            advise(adviser, number);
            draft(reviewer, number);
            sign(head, number, "审核");
            sign(Visit.login(browser, port, "zhangwei"), number, "签发");
            process.runJobs(number);
            seal(clerk, number);
            deliver(clerk, number);
            readAsDrafter(drafter, number);
        }
    }

    private String submit(Visit drafter) throws IOException {
        Page page = drafter.page();
        drafter.open("/");
        drafter.picture("home");
        drafter.open("/measures/new");
        page.fill("#title", SampleMeasure.TITLE);
        page.selectOption("#kind", "NORMATIVE_DOCUMENT");
        page.selectOption("#issuance", "GOVERNMENT");
        page.fill("#issuingBody", "汉江市人民政府");
        page.fill("#legalBasis", "国家关于加快发展冷链物流的有关规定");
        page.fill("#contactName", "陈宇");
        drafter.upload("body", WordFiles.write(folder.resolve("冷链物流措施.docx"), SampleMeasure.BODY));
        drafter.upload("explanation", WordFiles.write(folder.resolve("起草说明.docx"), SampleMeasure.EXPLANATION));
        page.check("input[name=heard][value=true]");
        page.fill("#hearing", "书面征求企业和行业协会意见,并公开征求公众意见三十日。");
        page.fill("#adoption", "收到意见十二条,采纳九条。");
        page.fill("#firstOpinion", "经初审,认为草案未违反公平竞争审查标准。");
        drafter.tick("#unclassified");
        page.click("#send");

        assertThat(page.locator("#errors")).containsText("联系电话");
        assertThat(page.locator("#title")).hasValue(SampleMeasure.TITLE);
        assertThat(page.locator("#hearing")).hasValue("书面征求企业和行业协会意见,并公开征求公众意见三十日。");
        assertThat(page.locator(".file-name").filter(new Locator.FilterOptions().setHasText("冷链物流措施.docx")))
                .isVisible();
        page.fill("#contactPhone", "0710-0000000");
        drafter.picture("submit");
        page.click("#send");
        page.waitForURL("**/cases/*");
        assertThat(page.locator("body")).containsText("已提交");
        return page.url().replaceAll(".*/cases/", "").replaceAll("[?#].*", "");
    }

    private void accept(Visit clerk, String number) {
        clerk.openTask("本单位待办", number);
        clerk.claim();
        clerk.page().getByText("材料齐全，予以收件").click();
        clerk.picture("tasklist");
        clerk.complete();
    }

    private void assign(Visit head, String number) {
        head.openTask("本单位待办", number);
        head.claim();
        head.field("reviewer").selectOption("zhaolei");
        head.complete();
    }

    private void review(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.openTask("我的任务", number);
        addFinding(page, 0, SampleMeasure.REGISTERED_HERE, "10(2)", "以本地注册和纳税为条件,排除了外地经营者。");
        addFinding(page, 1, SampleMeasure.STAY_TEN_YEARS, "9(1)", "妨碍经营者迁出。");
        addFinding(page, 2, SampleMeasure.NAMED_PLATFORM, "8(3)", "直接指定特定经营者。");
        row(page, 0).locator("[name=specificOperator]").selectOption("true");
        row(page, 2).locator("[name=specificOperator]").selectOption("true");
        page.locator(".fr-form input[name=adviceWanted][value=true]").check();
        page.locator(".fr-form [name=adviser]").selectOption("xulaw");
        page.locator(".fr-form [name=adviceQuestion]").fill("第三条的纳税年限有无上位法依据?");
        reviewer.completeRefused("请回答有无法律、行政法规依据");

        assertThat(row(page, 0).locator("[name=reason]")).hasValue("以本地注册和纳税为条件,排除了外地经营者。");
        assertThat(row(page, 2).locator("[name=quotation]")).hasValue(SampleMeasure.NAMED_PLATFORM);
        row(page, 0).locator("[name=legalBasis]").selectOption("NONE");
        reviewer.picture("review-form");
        reviewer.complete();
    }

    /** Selects the words in the text, as with the mouse, and makes a finding of them. */
    private static void addFinding(Page page, int place, String words, String item, String reason) {
        page.locator(".fr-passage")
                .filter(new Locator.FilterOptions().setHasText(words))
                .scrollIntoViewIfNeeded();
        page.evaluate(
                """
                words => {
                  const passage = [...document.querySelectorAll('.fr-passage .fr-words')]
                    .find(candidate => candidate.textContent.includes(words));
                  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
                  const range = document.createRange();
                  const start = passage.textContent.indexOf(words);
                  const end = start + words.length;
                  let before = 0;
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    const after = before + node.length;
                    if (before <= start && start < after) range.setStart(node, start - before);
                    if (before < end && end <= after) range.setEnd(node, end - before);
                    before = after;
                  }
                  getSelection().removeAllRanges();
                  getSelection().addRange(range);
                }""",
                words);
        page.locator(".fr-form [data-part=add]").click();
        Locator row = row(page, place);
        assertThat(row.locator("[name=quotation]")).hasValue(words);
        row.locator("[name=item]").selectOption(item);
        row.locator("[name=reason]").fill(reason);
        row.locator("[name=requiredChange]").fill("删除该要求。");
    }

    private static Locator row(Page page, int place) {
        return page.locator(".fr-form [data-rows=findings] > .fr-row").nth(place);
    }

    private void advise(Visit adviser, String number) {
        adviser.openTask("我的任务", number);
        adviser.page().locator(".fr-form [name=opinion]:not([type=hidden])").fill("未查到法律、行政法规依据,建议删除。");
        adviser.page().locator(".fr-form [name=assessment][value=WITH_CHANGES]").check();
        adviser.complete();
    }

    private void draft(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.openTask("我的任务", number);
        Locator rows = page.locator(".fr-form [data-rows=decisions] > .fr-row");
        assertThat(rows).hasCount(3);
        for (int place = 0; place < 3; place++) {
            reviewer.choose(rows.nth(place), "disposition", "CHANGE_REQUIRED");
        }
        page.locator(".fr-form [data-rows=adoptions] [name=adopted]").selectOption("ADOPTED");
        reviewer.choose(page.locator(".fr-form"), "conclusion", "DOES_NOT_CONFORM");
        page.locator(".fr-form [name=reasoning]").fill("上述三处限制了外地经营者或者指定了经营者,应当修改。");
        reviewer.picture("draft-form");
        reviewer.complete();
    }

    private void sign(Visit signer, String number, String step) {
        signer.openTask("本单位待办", number);
        assertThat(signer.page().locator("body")).containsText(step);
        signer.claim();
        signer.choose(signer.page().locator(".fr-form"), "agreed", "true");
        signer.complete();
    }

    private void seal(Visit clerk, String number) throws IOException {
        clerk.openTask("本单位待办", number);
        clerk.claim();
        Path scan = folder.resolve("用印扫描件.png");
        Files.write(scan, clerk.page().screenshot());
        clerk.oneFile(scan);
        clerk.complete();
    }

    private void deliver(Visit clerk, String number) {
        Page page = clerk.page();
        clerk.openTask("本单位待办", number);
        clerk.claim();
        clerk.today(
                page.locator(".fjs-container .fjs-form-field-datetime input").first());
        page.locator(".fjs-container .fjs-form-field-textfield input").fill("陈宇");
        page.locator(".fjs-container").getByText("直接送达").click();
        clerk.complete();
    }

    private void readAsDrafter(Visit drafter, String number) throws IOException {
        Page page = drafter.page();
        drafter.open("/cases/" + number);
        assertThat(page.locator("body")).containsText("不符合公平竞争审查标准");
        assertThat(page.locator("svg .djs-element, .djs-element").first()).isVisible();
        drafter.picture("case-page");
        Download download = page.waitForDownload(() -> page.locator(".files-table tr")
                .filter(new Locator.FilterOptions().setHasText("公平竞争审查意见"))
                .locator("a[href*='/files/']")
                .first()
                .click());
        byte[] bytes = Files.readAllBytes(download.path());
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var words = new XWPFWordExtractor(document)) {
            assertThat(words.getText())
                    .contains(SampleMeasure.TITLE)
                    .contains(SampleMeasure.REGISTERED_HERE)
                    .contains(SampleMeasure.STAY_TEN_YEARS)
                    .contains(SampleMeasure.NAMED_PLATFORM)
                    .contains("不符合公平竞争审查标准");
        }
    }
}
