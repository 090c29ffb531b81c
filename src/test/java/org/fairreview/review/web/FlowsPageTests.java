package org.fairreview.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Instant;
import java.util.List;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visit;
import org.fairreview.kit.Web;
import org.fairreview.workflow.FlowFigures;
import org.fairreview.workflow.FlowFigures.Element;
import org.fairreview.workflow.FlowFigures.Figures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor looks how often and how fast the steps of a process are passed. */
@ProductTest
class FlowsPageTests {

    @LocalServerPort
    int port;

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    FlowFigures figures;

    @Autowired
    AuditTrail trail;

    @Test
    void passes_and_flows_are_counted_with_every_way_back() {
        Instant before = Instant.now();
        String number = people.inSigning();
        people.back(number, "liufang", -1, "请补充理由。");
        people.draft(number, "CONFORMS", List.of(), "");
        String model = process.process(number).getProcessDefinitionId();

        Figures found = figures.of(model, before, Instant.now().plusSeconds(1), List.of("r420600"), Instant.now());

        assertThat(found.runs()).isEqualTo(1);
        assertThat(element(found, JointReview.DRAFT).passed()).isEqualTo(2);
        assertThat(element(found, JointReview.DRAFT).open()).isZero();
        assertThat(element(found, JointReview.SIGN).open()).isEqualTo(1);
        assertThat(element(found, JointReview.DRAFT).worked()).isNotNull();
        assertThat(found.flows().values()).contains(1, 2).allMatch(count -> count <= 2);
        assertThat(figures.of(model, before, Instant.now().plusSeconds(1), List.of("r420606"), Instant.now())
                        .runs())
                .as("another region's auditor")
                .isZero();
    }

    @Test
    void the_diagram_carries_the_figures_and_the_slowest_steps_are_marked() {
        people.toDelivery(people.inSigning());
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit auditor = Visit.login(browser, port, "dengaudit");
            auditor.open("/activity/flows");
            Page page = auditor.page();
            assertThat(page.locator(".djs-element.is-slow")).hasCount(3);
            assertThat(page.locator(".flow-weight-3").first()).isAttached();
            assertThat(page.locator(".replay-note").first()).containsText("中位");
            assertThat(page.locator("#slow")).containsText("拟写审查意见");
            auditor.picture("flows");
            auditor.onPhone();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
        assertThat(trail.readsOf("dengaudit")).extracting(AuditEntry::details).anySatisfy(details -> assertThat(details)
                .contains("\"page\":\"flows\""));
    }

    @Test
    void an_unknown_version_is_not_found_and_a_wrong_period_is_said() {
        assertThat(web.session("dengaudit")
                        .get("/activity/flows?model=Nobody:1:1")
                        .status())
                .isEqualTo(404);
        Answer wrong = web.session("dengaudit").get("/activity/flows?from=2026-02-30");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("请按“年-月-日”填写起止日期", "value=\"2026-02-30\"");
        for (String other : List.of("wangmin", "admin", "zhangwei")) {
            assertThat(web.session(other).get("/activity/flows").status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    private static Element element(Figures figures, String id) {
        return figures.elements().stream()
                .filter(element -> element.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
