package org.fairreview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Visit;
import org.fairreview.kit.WordFiles;
import org.fairreview.review.CaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A measure on paper in a real Chromium: the clerk registers it for a unit without accounts, it goes back twice, is
 * granted an exception, and is issued with another text than the reviewed one.
 *
 * <p>The reviews between are the engine's stories; what is new to the officers is done in the browser. With
 * {@code -Dwalk.pictures=true} it leaves its pictures in {@code docs/images}.
 */
@ProductTest
class RegisteredMeasureWalkTests {

    private static final String TITLE = "汉江市城乡冷链设施建设补助办法";
    private static final String WITHOUT_PLATFORM =
            SampleMeasure.BODY.replace(SampleMeasure.NAMED_PLATFORM, "政府投资的冷库项目依法公开采购管理系统");
    private static final String WITH_ONE_LEFT =
            WITHOUT_PLATFORM.replace(SampleMeasure.STAY_TEN_YEARS, "享受补贴的企业应当按约定使用补贴资金");

    @LocalServerPort
    int port;

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview review;

    @Autowired
    CaseFile cases;

    @Autowired
    Clock clock;

    @TempDir
    Path folder;

    @Test
    void a_measure_on_paper_goes_back_twice_gets_an_exception_and_is_issued_otherwise() throws IOException {
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit clerk = Visit.login(browser, port, "wangmin");
            String number = register(clerk);
            accept(clerk, number);
            refuse(number, SampleMeasure.REGISTERED_HERE, SampleMeasure.STAY_TEN_YEARS, SampleMeasure.NAMED_PLATFORM);
            resubmit(clerk, number, "修改稿一.docx", WITHOUT_PLATFORM, 3);
            review.accept(number);
            refuse(number);
            resubmit(clerk, number, "修改稿二.docx", WITH_ONE_LEFT, 2);
            review.accept(number);
            compareVersions(clerk, number);

            Visit reviewer = Visit.login(browser, port, "zhaolei");
            reviewThirdVersion(reviewer, number);
            draftException(reviewer, number);
            review.sign(number, "liufang");
            signOnPhone(Visit.login(browser, port, "zhangwei"), number);
            process.runJobs(number);
            review.seal(number);
            review.deliver(number);

            issueOtherwise(clerk, number);
            readLedger(clerk, number);
        }
    }

    private String register(Visit clerk) throws IOException {
        Page page = clerk.page();
        clerk.open("/measures/new");
        page.selectOption("#draftingUnit", "u07");
        page.fill("#receivedOn", receivedOn().toString());
        page.fill("#title", TITLE);
        page.selectOption("#kind", "NORMATIVE_DOCUMENT");
        page.selectOption("#issuance", "GOVERNMENT");
        page.fill("#issuingBody", "汉江市人民政府");
        page.fill("#legalBasis", "国家关于加快发展冷链物流的有关规定");
        page.fill("#contactName", "贺立");
        page.fill("#contactPhone", "0710-0000001");
        clerk.upload("body", WordFiles.write(folder.resolve("草案.docx"), SampleMeasure.BODY));
        clerk.upload("explanation", WordFiles.write(folder.resolve("起草说明.docx"), SampleMeasure.EXPLANATION));
        page.check("input[name=heard][value=true]");
        page.fill("#hearing", "书面征求企业和行业协会意见。");
        page.fill("#adoption", "收到意见六条，采纳五条。");
        page.fill("#firstOpinion", "经初审，认为草案未违反公平竞争审查标准。");
        clerk.tick("#unclassified");
        page.evaluate("scrollTo(0, 0)");
        clerk.picture("register");
        page.click("#send");
        page.waitForURL("**/cases/*");
        assertThat(page.locator("body")).containsText("住房和城乡建设局");
        return page.url().replaceAll(".*/cases/", "").replaceAll("[?#].*", "");
    }

    private void accept(Visit clerk, String number) {
        clerk.openTask("本单位待办", number);
        clerk.claim();
        clerk.page().getByText("材料齐全，予以收件").click();
        clerk.complete();
    }

    /** A round that ends with 不符合: new findings at the words, or those of the round before when there are none. */
    private void refuse(String number, String... words) {
        review.assign(number, "zhaolei");
        review.review(
                number,
                "zhaolei",
                words.length == 0
                        ? review.carried(number)
                        : List.of(words).stream()
                                .map(each -> review.finding(number, each, "9(1)", Map.of()))
                                .toList());
        review.draft(number, "DOES_NOT_CONFORM", decisions(number), "");
        review.toDelivery(number);
    }

    /** What was changed is changed, the rest must be. */
    private List<Map<String, Object>> decisions(String number) {
        return cases.findings(number).stream()
                .map(finding -> Map.<String, Object>of(
                        "id", finding.id(), "disposition", finding.isGone() ? "AMENDED" : "CHANGE_REQUIRED"))
                .toList();
    }

    private void resubmit(Visit clerk, String number, String name, String body, int findings) throws IOException {
        Page page = clerk.page();
        clerk.openTask("本单位待办", number);
        clerk.claim();
        assertThat(page.locator(".fr-form [data-part=total]").first()).hasText(String.valueOf(findings));
        clerk.choose(page.locator(".fr-form"), "revision", "RESUBMITTED");
        clerk.completeRefused("请上传");
        page.locator(".fr-form input[type=file]").first().setInputFiles(WordFiles.write(folder.resolve(name), body));
        assertThat(page.locator(".fr-uploads li")).containsText(name);
        clerk.picture("revise");
        clerk.complete();
    }

    private void compareVersions(Visit clerk, String number) {
        clerk.open("/cases/" + number + "/compare?from=1&to=3");
        assertThat(clerk.page().locator("body")).containsText("依法公开采购管理系统");
        clerk.picture("compare");
    }

    private void reviewThirdVersion(Visit reviewer, String number) {
        review.assign(number, "zhaolei");
        reviewer.openTask("我的任务", number);
        assertThat(reviewer.page().locator(".fr-carried").first()).isVisible();
        reviewer.complete();
    }

    private void draftException(Visit reviewer, String number) {
        Page page = reviewer.page();
        reviewer.openTask("我的任务", number);
        Locator rows = page.locator(".fr-form [data-rows=decisions] > .fr-row");
        assertThat(rows.first()).isVisible();
        for (Locator row : rows.all()) {
            boolean gone = row.locator("[data-part=amended]").isVisible();
            reviewer.choose(row, "disposition", gone ? "AMENDED" : "EXCEPTED");
        }
        reviewer.choose(page.locator(".fr-form"), "conclusion", "EXCEPTION");
        page.locator(".fr-form [name=reasoning]").fill("为救灾保供所需，符合条例第十二条第（三）项。");
        reviewer.completeRefused("例外");

        assertThat(page.locator(".fr-form [name=reasoning]")).hasValue("为救灾保供所需，符合条例第十二条第（三）项。");
        reviewer.field("exceptionCase").selectOption("PUBLIC_INTEREST");
        reviewer.field("effect").fill("在实施期间限制外地冷链企业享受补助。");
        reviewer.field("ground").fill("灾后恢复城乡冷链供应。");
        reviewer.field("leastHarm").fill("本地设施受损，没有其他可以替代的办法。");
        reviewer.field("endsOn").fill(LocalDate.now(clock).plusMonths(8).toString());
        reviewer.field("periodReason").fill("与设施恢复的工期一致。");
        reviewer.field("other").fill("无");
        reviewer.picture("draft-exception");
        reviewer.complete();
    }

    private void signOnPhone(Visit leader, String number) {
        Page page = leader.page();
        leader.onPhone();
        leader.open("/signing");
        Locator card = page.locator(".signing-card").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(card).containsText(TITLE);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as("the page is as wide as the phone")
                .isLessThanOrEqualTo(390);
        card.scrollIntoViewIfNeeded();
        leader.picture("signing-phone");
        card.locator("button[value=AGREE]").click();
        page.waitForURL("**/signing*");
        assertThat(page.locator(".signing-card").filter(new Locator.FilterOptions().setHasText(number)))
                .hasCount(0);
    }

    private void issueOtherwise(Visit clerk, String number) throws IOException {
        Page page = clerk.page();
        clerk.openTask("本单位待办", number);
        clerk.claim();
        clerk.choose(page.locator(".fr-form"), "outcome", "ISSUED");
        clerk.field("number").fill("汉江政规〔2026〕12号");
        clerk.field("issuedOn").fill(LocalDate.now(clock).toString());
        Path issued = folder.resolve("印发稿.docx");
        clerk.oneFile(WordFiles.write(issued, WITH_ONE_LEFT.replace("五万元", "八万元")));
        clerk.picture("register-issue");
        clerk.complete();

        clerk.open("/cases/" + number);
        assertThat(page.locator("#issue")).containsText("汉江政规〔2026〕12号");
        assertThat(page.locator("body")).containsText("与送审版本有 1 段不一致");
        page.locator("#issue a[href*='/compare']").click();
        assertThat(page.locator("body")).containsText("八万元");
        clerk.picture("compare-issued");
    }

    /** The day on which the paper came, before that of the registration. */
    private LocalDate receivedOn() {
        return LocalDate.now(clock).minusDays(20);
    }

    private void readLedger(Visit clerk, String number) {
        Page page = clerk.page();
        clerk.open("/cases?q=" + number);
        Locator line = page.locator("tr").filter(new Locator.FilterOptions().setHasText(number));
        assertThat(line).containsText("有线索");
        assertThat(line).containsText(receivedOn().format(DateTimeFormatter.ofPattern("y年M月d日")));
        clerk.picture("ledger");
        clerk.open("/exceptions");
        assertThat(page.locator("body")).containsText(TITLE);
        clerk.picture("exceptions");
    }
}
