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
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.Outcome;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Screened;
import org.fairreview.kit.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A measure in force is checked, signed, looked at by the regulator, and what its issuing body decided is registered, in a
 * real Chromium.
 *
 * <p>With {@code -Dwalk.pictures=true} it leaves its pictures in {@code docs/images}.
 */
@ProductTest
class LegacyWalkTests {

    private static final String REASON = "第五条限制企业迁出，拟删除后重新印发。";

    @LocalServerPort
    int port;

    @Autowired
    LegacyCampaign campaign;

    @Autowired
    LegacyCases cases;

    @Autowired
    Screened screened;

    @TempDir
    Path folder;

    @Test
    void four_people_carry_a_measure_in_force_from_its_check_to_the_registered_decision() throws IOException {
        var measure = campaign.measure(LegacyCampaign.UNIT, null, SampleMeasure.TITLE, SampleMeasure.BODY);
        screened.of(measure.versionId().orElseThrow());
        String number = campaign.running(0, measure).get(0);
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            check(Visit.login(browser, port, "chenyu"), number);
            sign(Visit.login(browser, port, "luohui"), number);
            review(Visit.login(browser, port, "zhaolei"), number);
            register(Visit.login(browser, port, "wangmin"), number);
        }
        LegacyCase decided = cases.get(number);
        assertThat(decided.stage()).isEqualTo(LegacyStage.REVISING);
        assertThat(decided.outcome()).contains(Outcome.REVISE);
        assertThat(decided.decisionFileId()).isPresent();
    }

    private static void check(Visit drafter, String number) {
        Page page = drafter.page();
        drafter.openTask("本单位待办", number);
        drafter.claim();
        Locator leaving = page.locator(".fr-form [data-rows=hits] > .fr-row")
                .filter(new Locator.FilterOptions().setHasText("第五条 ·"))
                .first();
        leaving.locator("[data-part=accept]").press("Enter");
        Locator finding =
                page.locator(".fr-form [data-rows=findings] > .fr-row").first();
        assertThat(finding.locator("[name=item]")).hasValue("9(1)");
        finding.locator("[name=requiredChange]").fill("删除不得迁出的规定。");
        Locator operator = finding.locator("[name=specificOperator]");
        if (operator.isVisible()) {
            operator.selectOption("false");
        }
        drafter.choose(page.locator(".fr-form"), "proposal", "KEEP");
        drafter.completeRefused("怎样处理");
        drafter.choose(finding, "disposition", "EXCEPTED");
        assertThat(page.locator(".fr-form [name=leastHarm]")).isVisible();
        drafter.choose(finding, "disposition", "CHANGE_REQUIRED");
        assertThat(page.locator(".fr-form [name=leastHarm]")).isHidden();
        assertThat(page.locator(".fr-form [data-part=conflict]")).containsText("不能继续有效");
        drafter.choose(page.locator(".fr-form"), "proposal", "REVISE");
        page.locator(".fr-form [name=proposalReason]").fill(REASON);
        page.evaluate("document.querySelector('.fr-form').scrollIntoView()");
        drafter.picture("legacy-check");
        drafter.complete();
    }

    private static void sign(Visit head, String number) {
        head.openTask("本单位待办", number);
        head.claim();
        assertThat(head.page().locator(".fr-form [data-part=unitFindings]")).containsText("须修改");
        head.choose(head.page().locator(".fr-form"), "agreed", "false");
        head.completeRefused("请写明退回的理由");
        head.choose(head.page().locator(".fr-form"), "agreed", "true");
        head.complete();
    }

    private static void review(Visit reviewer, String number) {
        reviewer.openTask("本单位待办", number);
        reviewer.claim();
        assertThat(reviewer.page().locator(".fr-form")).containsText(REASON);
        reviewer.choose(reviewer.page().locator(".fr-form"), "agreed", "true");
        reviewer.complete();
    }

    private void register(Visit clerk, String number) throws IOException {
        Page page = clerk.page();
        clerk.openTask("本单位待办", number);
        clerk.claim();
        assertThat(page.locator(".fr-form [data-part=deciderTitle]")).containsText("襄阳市人民政府");
        clerk.choose(page.locator(".fr-form"), "act", "DECIDED");
        assertThat(page.locator(".fr-form [name=outcome][value=REVISE]")).isChecked();
        page.locator(".fr-form [name=decidedOn]")
                .fill(page.locator(".fr-form [name=decidedOn]").getAttribute("max"));
        clerk.completeRefused("请上传制定机关的决定");
        Path scan = folder.resolve("市政府决定.png");
        Files.write(scan, page.screenshot());
        clerk.oneFile(scan);
        clerk.picture("legacy-decision");
        clerk.complete();
    }
}
