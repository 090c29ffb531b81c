package org.fairreview.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.RecordCheck;
import org.fairreview.evidence.LiveRecord;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Visit;
import org.fairreview.kit.Web;
import org.fairreview.measure.Circulation;
import org.fairreview.review.Circulations;
import org.fairreview.workflow.CaseArchive;
import org.fairreview.workflow.CaseCourse;
import org.fairreview.workflow.CaseHistory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An auditor looks at a case step by step. */
@ProductTest
class ReplayPageTests {

    private static final String REASON = "理由里有<b>尖括号</b>";

    @LocalServerPort
    int port;

    @Autowired
    HistoryService engineHistory;

    @Autowired
    CaseHistory history;

    @Autowired
    CaseArchive archive;

    @Autowired
    RecordCheck record;

    @Autowired
    LiveRecord whole;

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    AuditTrail trail;

    @Autowired
    Circulations circulations;

    @Autowired
    ObjectMapper json;

    @Test
    void the_auditor_plays_a_case_back_to_its_beginning_and_reads_the_forms_as_they_were_submitted() {
        String number = delivered();
        try (Playwright playwright = org.fairreview.kit.Browser.playwright();
                Browser browser = org.fairreview.kit.Browser.launch(playwright)) {
            Visit auditor = Visit.login(browser, port, "dengaudit");
            Page page = auditor.page();
            auditor.open("/cases/" + number);
            page.locator(".case-actions a").click();
            page.waitForURL("**/replay");

            assertThat(page.locator(".djs-element.passed[data-element-id=Task_DraftConclusion]"))
                    .isVisible();
            assertThat(page.locator(".djs-connection.replay-flow").first()).isAttached();
            assertThat(page.locator(".replay-count", new Page.LocatorOptions().setHasText("3 次"))
                            .first())
                    .isAttached();
            auditor.picture("replay");

            page.locator("body").press("Home");
            assertThat(page.locator("#replay-place")).containsText("第 1 步");
            assertThat(page.locator(".djs-element.passed[data-element-id=Task_DraftConclusion]"))
                    .not()
                    .isAttached();
            page.locator("#replay-next").click();
            assertThat(page.locator(".djs-element.current").first()).isAttached();

            page.locator(".replay-run.is-called").click();
            assertThat(page.locator("#replay-model")).containsText("法律顾问意见 第");
            assertThat(page.locator("[data-element-id=Task_GiveOpinion]")).isVisible();

            Locator form = form(page, "拟写审查意见");
            assertThat(form).containsText("提请审签");
            assertThat(form).containsText("理由如上");
            assertThat(form).containsText("不符合公平竞争审查标准");
            assertThat(form).containsText(SampleMeasure.STAY_TEN_YEARS);
            assertThat(form.locator("input[value=SIGN]")).isChecked();
            assertThat(form.locator("input[value=SIGN]")).isDisabled();
            assertThat(form.locator("script, textarea, select, button")).hasCount(0);
            auditor.picture("replay-form");
            page.locator("#replay-form-close").click();

            assertThat(form(page, "审核送审材料")).containsText("送审材料应当包括");
            assertThat(form(page, "审核送审材料").locator("input[type=radio]").first())
                    .isChecked();
            page.locator("#replay-form-close").click();

            auditor.onPhone();
            double list = page.locator(".replay-line").boundingBox().y;
            assertThat(list).isLessThan(page.locator(".replay-stage").boundingBox().y);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    @Test
    void every_answer_of_every_task_is_shown_whole_in_the_form_of_its_model() throws Exception {
        String number = delivered();

        List<AuditEntry> record = trail.of(number);
        for (int place = 1; place <= record.size(); place++) {
            AuditEntry entry = record.get(place - 1);
            Answer answer = web.session("dengaudit").get("/cases/" + number + "/replay/answers/" + place);
            if (!entry.act().equals("task.completed")) {
                assertThat(answer.status()).as(entry.act()).isEqualTo(404);
                continue;
            }
            JsonNode form = json.readTree(answer.body());
            assertThat(form.path("answer"))
                    .isEqualTo(json.readTree(entry.details()).path("answer"));
            assertThat(form.path("source").asText()).as(entry.details()).isNotBlank();
            assertThat(form.path("model").asText()).contains("第");
        }
    }

    @Test
    void who_does_not_stand_inside_of_the_review_gets_none_of_it() {
        String number = people.inSigning();

        for (String outsider : List.of("chenyu", "tangxin", "linyue", "fcclerk", "admin", "secop", "xulaw")) {
            assertThat(web.session(outsider).get("/cases/" + number + "/replay").status())
                    .as(outsider)
                    .isEqualTo(404);
        }
        assertThat(web.session("chenyu").get("/cases/" + number).body()).doesNotContain("/replay");
        assertThat(web.session("wangmin").get("/cases/" + number + "/replay").status())
                .isEqualTo(200);
    }

    @Test
    void a_restricted_case_is_replayed_by_its_handlers_and_the_auditor_alone_and_the_look_is_on_record() {
        String number = people.inSigning();
        process.as(
                "liufang",
                () -> circulations.raise(number, Circulation.RESTRICTED, "内部管控", "", process.actor("liufang")));

        assertThat(web.session("sunqian").get("/cases/" + number + "/replay").status())
                .isEqualTo(404);
        assertThat(web.session("sunqian")
                        .get("/cases/" + number + "/replay/answers/2")
                        .status())
                .isEqualTo(404);
        assertThat(web.session("dengaudit").get("/cases/" + number + "/replay").status())
                .isEqualTo(200);
        assertThat(web.session("zhaolei")
                        .get("/cases/" + number + "/replay/answers/2")
                        .status())
                .isEqualTo(200);

        assertThat(trail.readsOf(number))
                .extracting(entry -> entry.actor().userId() + " " + entry.details())
                .containsExactly("dengaudit {\"page\":\"replay\"}", "zhaolei {\"page\":\"answer\"}");
    }

    @Test
    void a_model_on_which_the_case_did_not_run_is_not_given() {
        String number = people.inReview();
        String other = process.process(people.inReview()).getProcessDefinitionId();

        assertThat(web.session("dengaudit")
                        .get("/cases/" + number + "/replay/models/" + other)
                        .status())
                .isEqualTo(200);
        assertThat(web.session("dengaudit")
                        .get("/cases/" + number + "/replay/models/ExceptionTerm:1:1")
                        .status())
                .isEqualTo(404);
    }

    /** Opens the form of the first task of that name, on whatever page of the timeline it stands. */
    private static Locator form(Page page, String task) {
        if (page.locator("#replay-form[open]").count() == 0) {
            Locator line = page.locator("#replay-items li.is-done")
                    .filter(new Locator.FilterOptions().setHasText(task))
                    .first();
            line.locator("[data-answer]").click();
        }
        return page.locator("#replay-form-body");
    }

    /** The engine's own clean-up takes nothing; what we take out of its tables is seen as before, and the record is whole. */
    @Test
    void a_case_whose_history_was_archived_is_replayed_searched_and_proven_as_before() throws Exception {
        String number = delivered();
        people.giveUp(number, "不再出台。");
        assertThatThrownBy(() -> engineHistory.cleanUpHistoryAsync(true)).isInstanceOf(ProcessEngineException.class);
        CaseCourse course = history.of(number);
        String before = shown(number);
        List<CaseHistory.Doer> doers = history.doers(List.of(number));

        assertThat(archive.archive(people.inReview())).as("something runs").isFalse();
        assertThat(archive.archive(number)).isTrue();
        assertThat(archive.archive(number)).as("once").isFalse();

        assertThat(engineHistory
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(course.runs().get(0).id())
                        .count())
                .isZero();
        assertThat(history.of(number)).isEqualTo(course);
        assertThat(shown(number)).isEqualTo(before);
        assertThat(history.doers(List.of(number))).containsExactlyInAnyOrderElementsOf(doers);
        assertThat(doers).isNotEmpty();
        every_answer_is_shown(number);
        assertThat(web.session("dengaudit")
                        .get("/activity/cases?step=Task_DraftConclusion&q=" + number)
                        .body())
                .contains(number);
        assertThat(record.verifyCase(number).fault()).isNull();
        assertThat(whole.verify().faults()).isEmpty();
    }

    private String shown(String number) {
        String page =
                web.session("dengaudit").get("/cases/" + number + "/replay").body();
        return page.substring(page.indexOf("id=\"replay-course\""));
    }

    private void every_answer_is_shown(String number) throws Exception {
        List<AuditEntry> entries = trail.of(number);
        for (int place = 1; place <= entries.size(); place++) {
            if (entries.get(place - 1).act().equals("task.completed")) {
                assertThat(json.readTree(web.session("dengaudit")
                                        .get("/cases/" + number + "/replay/answers/" + place)
                                        .body())
                                .path("source")
                                .asText())
                        .isNotBlank();
            }
        }
    }

    /** A case with an opinion of an adviser, sent back once, that does not conform. */
    private String delivered() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of(
                        "findings",
                        List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of("reason", REASON))),
                        "adviceWanted",
                        true,
                        "adviser",
                        "xulaw",
                        "adviceQuestion",
                        "依据是否充分？"));
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("依据不足。"));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.back(number, "liufang", -1, "请补充理由。");
        process.answer(
                number,
                JointReview.DRAFT,
                "zhaolei",
                Map.of(
                        "step", "SIGN",
                        "decisions", people.changes(number),
                        "conclusion", "DOES_NOT_CONFORM",
                        "hearing", "已征求",
                        "firstOpinion", "已初审",
                        "reasoning", REASON,
                        "workAdvice", ""));
        people.toDelivery(number);
        return number;
    }
}
