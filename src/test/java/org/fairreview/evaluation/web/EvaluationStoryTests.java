package org.fairreview.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.document.FileStore;
import org.fairreview.document.Uploader;
import org.fairreview.evaluation.Evaluation;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.OpinionRecalls;
import org.fairreview.review.Stage;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class EvaluationStoryTests {

    private static final String PATH = "/evaluations/plans/";

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    Evaluations evaluations;

    @Autowired
    OpinionRecalls recalls;

    @Autowired
    CaseFile cases;

    @Autowired
    Measures measures;

    @Autowired
    FileStore files;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TestClock.MovableClock movable;

    // ---- what the institution sees

    @Test
    void Measures_35_the_institution_sees_the_released_file_and_no_other_and_nothing_after_acceptance() {
        String number = people.inReview();
        List<ManifestEntry> all = files(number);
        ManifestEntry released = all.stream()
                .filter(entry -> entry.role() == FileRole.BODY)
                .findFirst()
                .orElseThrow();
        List<ManifestEntry> others =
                all.stream().filter(entry -> !entry.equals(released)).toList();
        assertThat(others).isNotEmpty();
        commission(
                number, Map.of("evaluationMaterial", List.of(Map.of("fileId", released.fileId(), "released", true))));
        String page = "/evaluations/commissions/" + evaluation(number).id();
        String task = "/forms/tasks/" + process.task(number, Stories.REPORT).getId();
        Visitor pinggu = web.session("pinggu");

        assertThat(pinggu.get(page).body()).contains("请评估预期影响。", released.fileName());
        assertThat(pinggu.get(task).body()).contains("请评估预期影响。", released.fileId());
        assertThat(pinggu.get(page + "/files/" + released.fileId()).status()).isEqualTo(200);
        for (ManifestEntry other : others) {
            assertThat(pinggu.get(page + "/files/" + other.fileId()).status())
                    .as(other.fileName())
                    .isEqualTo(404);
            assertThat(pinggu.get(page).body() + pinggu.get(task).body()).doesNotContain(other.fileId());
        }
        assertThat(pinggu.get("/cases/" + number).status()).isEqualTo(404);
        assertThat(pinggu.get("/cases/" + number + "/files/" + released.fileId())
                        .status())
                .isEqualTo(404);
        assertThat(pinggu.get("/evaluations").body()).contains(page).doesNotContain("href=\"/evaluators\"");
        assertThat(pinggu.get("/evaluators").status()).isEqualTo(403);
        assertThat(notice(pinggu.get("/notices").body(), number)).contains(title(number));
        for (String other : List.of("caocz", "xulaw", "chenyu", "zhaolei")) {
            assertThat(web.session(other).get(page).status()).as(other).isEqualTo(404);
        }

        report(number, "评估结论。");
        assertThat(pinggu.get(page).body()).contains("评估结论。");
        accept(number, List.of());

        for (String gone : List.of(page, page + "/files/" + released.fileId(), task, "/cases/" + number)) {
            assertThat(pinggu.get(gone).status()).as(gone).isEqualTo(404);
        }
        assertThat(pinggu.get("/evaluations").body()).doesNotContain(page, number);
        assertThat(pinggu.get("/cases?q=" + number).body()).doesNotContain("/cases/" + number);
        assertThat(notice(pinggu.get("/notices").body(), number))
                .as("a notice of old names no title")
                .doesNotContain(title(number));
    }

    private static String notice(String page, String number) {
        int at = page.indexOf(number);
        return at < 0 ? "" : page.substring(at, page.indexOf("</li>", at));
    }

    private String title(String number) {
        return measures.get(cases.get(number).measureId()).facts().title();
    }

    @Test
    void what_was_taken_back_or_came_to_its_end_is_closed_to_the_institution() {
        String number = people.inReview();
        commission(number, Map.of());
        String page = "/evaluations/commissions/" + evaluation(number).id();
        assertThat(web.session("pinggu").get(page).status()).isEqualTo(200);

        assertThat(recalls.recall(number, evaluation(number).id(), "改由本局自行研究。", process.actor("zhaolei")))
                .isEmpty();

        assertThat(web.session("pinggu").get(page).status()).isEqualTo(404);
        assertThat(process.task(number, JointReview.DRAFT)).isNotNull();

        String given = people.inReview();
        commission(given, Map.of());
        jdbc.sql("update review_case set case_end = 'WITHDRAWN' where number = :number")
                .param("number", given)
                .update();
        assertThat(web.session("pinggu")
                        .get("/evaluations/commissions/" + evaluation(given).id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void without_material_or_with_a_file_of_another_case_nothing_is_commissioned() {
        String number = people.inReview();
        String foreign = files(people.inReview()).get(0).fileId();

        assertRefused("evaluation.materialMissing", () -> commission(number, Map.of("evaluationMaterial", List.of())));
        assertRefused(
                "evaluation.materialMissing",
                () -> commission(
                        number, Map.of("evaluationMaterial", List.of(Map.of("fileId", foreign, "released", true)))));
        assertRefused(
                "evaluation.purposeOfPlan", () -> commission(number, Map.of("evaluationPurpose", "STATE_OF_REGIME")));
    }

    // ---- never a conclusion

    @Test
    void Measures_35_an_accepted_evaluation_replaces_no_conclusion_and_no_signature() {
        String number = people.inReview();
        commission(number, Map.of());
        report(number, "建议认定为符合，无需再审。", finding("9(1)"));
        accept(number, List.of(Map.of("place", 0, "use", "REVIEW")));

        assertThat(cases.get(number).stage()).isEqualTo(Stage.DRAFTING);
        assertThat(cases.get(number).draft()).isEmpty();
        assertThat(cases.get(number).signatures()).isEmpty();
        assertThat(cases.findings(number))
                .as("a proposal is no finding until the reviewer makes it one")
                .isEmpty();
        assertThat(process.task(number, JointReview.DRAFT).getAssignee()).isEqualTo("zhaolei");
        assertThat(web.session("zhaolei")
                        .get("/forms/tasks/"
                                + process.task(number, JointReview.DRAFT).getId())
                        .body())
                .contains("\"proposals\":[{\"quotation\":\"" + SampleMeasure.STAY_TEN_YEARS);
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("供本案审查参考", "已验收");

        people.draft(number, "CONFORMS", List.of(), "");
        assertThat(process.task(number, JointReview.SIGN)).isNotNull();
        assertThat(cases.get(number).signedOffAt()).isEmpty();
    }

    @Test
    void no_answer_of_an_institution_names_a_conclusion() {
        String number = people.inReview();
        commission(number, Map.of());
        Map<String, Object> answer = new HashMap<>(reportOf("报告"));
        answer.put("conclusion", "CONFORMS");

        assertRefused("task.malformed", () -> process.answer(number, Stories.REPORT, "pinggu", answer));
        assertThat(process.task(number, Stories.REPORT)).isNotNull();
    }

    // ---- report, return, acceptance

    @Test
    void a_report_goes_back_with_reasons_and_its_leads_are_listed_when_the_next_is_accepted() {
        String number = people.inReview();
        commission(number, Map.of());
        report(number, "第一稿。", finding("9(1)"));
        assertThat(process.task(number, Stories.ACCEPT_REPORT).getAssignee()).isEqualTo("zhaolei");
        assertRefused(
                "evaluation.returnReasonMissing",
                () -> process.answer(
                        number, Stories.ACCEPT_REPORT, "zhaolei", Map.of("acceptance", "RETURNED", "uses", List.of())));
        process.answer(
                number,
                Stories.ACCEPT_REPORT,
                "zhaolei",
                Map.of("acceptance", "RETURNED", "returnReason", "请补充数据。", "uses", List.of()));
        assertThat(web.session("pinggu")
                        .get("/forms/tasks/"
                                + process.task(number, Stories.REPORT).getId())
                        .body())
                .contains("请补充数据。");
        report(number, "第二稿。", finding("9(1)"));
        assertRefused("evaluation.useMissing", () -> accept(number, List.of()));
        accept(number, List.of(Map.of("place", 0, "use", "LEAD", "useNote", "列入抽查" + number)));

        assertThat(evaluation(number).returned()).hasSize(1);
        assertThat(web.session("liufang").get("/evaluations").body()).contains("列入抽查" + number);
        assertThat(web.session("linyue").get("/evaluations").status()).isEqualTo(403);
        assertThat(web.session("fchead").get("/evaluations").body()).doesNotContain("列入抽查" + number);
        Answer page = web.session("zhaolei").get("/cases/" + number);
        assertThat(page.body()).contains("第一稿。", "请补充数据。", "第二稿。").doesNotContain("??");
    }

    @Test
    void a_standard_that_is_not_in_force_is_refused() {
        String number = people.inReview();
        commission(number, Map.of());

        assertRefused("evaluation.itemUnknown", () -> report(number, "报告", finding("99(9)")));
    }

    @Test
    void a_report_after_its_limit_is_taken_and_marked_late() {
        String number = people.inReview();
        commission(number, Map.of());
        movable.advance(Duration.ofDays(120));
        try {
            report(number, "迟到的报告。");
        } finally {
            movable.reset();
        }

        assertThat(evaluation(number).isLate()).isTrue();
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("逾期提交");
    }

    // ---- the register

    @Test
    void an_institution_with_a_conflict_or_off_the_register_is_not_offered_and_is_refused() {
        String number = people.inReview();
        Visitor office = web.session("wuoffice");
        String untilYesterday = LocalDate.now(clock).minusDays(1).toString();
        Map<String, String> conflict = Map.of(
                "otherUnit",
                "u02",
                "conflictReason",
                "曾受托起草",
                "from",
                today(),
                "until",
                today(),
                "_csrf",
                office.csrf());
        assertThat(office.submit("/evaluators/u08/conflicts", conflict).status())
                .isEqualTo(302);
        try {
            assertThat(reviewForm(number)).doesNotContain("\"value\":\"u08\",\"label\":\"湖北江汉政策评估中心\"");
            assertRefused("evaluation.institution.conflict", () -> commission(number, Map.of()));
            assertThat(office.get("/evaluators/u08").body()).contains("曾受托起草").doesNotContain("??");
        } finally {
            jdbc.sql("delete from evaluation_conflict where unit_id = 'u08'").update();
        }
        jdbc.sql("update evaluation_institution set valid_until = :day where unit_id = 'u08'")
                .param("day", LocalDate.parse(untilYesterday))
                .update();
        try {
            assertRefused("evaluation.institution.over", () -> commission(number, Map.of()));
            assertThat(office.get("/evaluators").body()).contains("不能委托");
        } finally {
            jdbc.sql("update evaluation_institution set valid_until = null where unit_id = 'u08'")
                    .update();
        }
        assertRefused("evaluation.institution.unregistered", () -> commission(number, Map.of("evaluatorUnit", "u06")));
        assertThat(reviewForm(number)).contains("湖北江汉政策评估中心");
    }

    @Test
    void a_refused_form_of_the_register_keeps_what_was_typed() {
        Visitor office = web.session("wuoffice");
        Map<String, String> form = new HashMap<>(
                Map.of("qualification", "二十年评估经验", "independenceOn", "不是日期", "since", today(), "_csrf", office.csrf()));

        Answer refused = office.submit("/evaluators/u08", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("二十年评估经验", "不是日期", "请填写日期").doesNotContain("??");

        form.put("otherUnit", "");
        form.put("conflictReason", "股权关系");
        Answer conflict = office.submit("/evaluators/u08/conflicts", form);
        assertThat(conflict.status()).isEqualTo(422);
        assertThat(conflict.body()).contains("股权关系", "请选择有利益冲突的单位");
        assertThat(web.session("zhaolei").submit("/evaluators/u08", form).status())
                .isEqualTo(403);
    }

    // ---- plans

    @Test
    void a_plan_for_the_state_of_the_regime_is_commissioned_reported_and_accepted_by_who_made_it() {
        Visitor head = web.session("liufang");
        String plan = plan(head, "STATE_OF_REGIME", "本市公平竞争审查制度实施情况评估");
        assertThat(plan).matches("420600-PG-\\d{4}-\\d{4}");

        Answer unasked = head.submit(
                PATH + plan + "/commission",
                Map.of("evaluatorUnit", "u08", "evaluationQuestion", "请评估实施情况。", "_csrf", head.csrf()));
        assertThat(unasked.status()).isEqualTo(422);
        assertThat(unasked.body()).contains("请评估实施情况。", "请至少提供一份评估材料").doesNotContain("??");
        Answer asked = head.submit(
                PATH + plan + "/commission",
                Map.of(
                        "evaluatorUnit",
                        "u08",
                        "evaluationQuestion",
                        "请评估实施情况。",
                        "staged",
                        material("liufang"),
                        "_csrf",
                        head.csrf()));
        assertThat(asked.status()).isEqualTo(302);
        Evaluation evaluation = evaluation(plan);
        String file = evaluation.material().get(0);
        Visitor pinggu = web.session("pinggu");
        String page = "/evaluations/commissions/" + evaluation.id();
        assertThat(pinggu.get(page + "/files/" + file).status()).isEqualTo(200);
        assertThat(pinggu.get(PATH + plan).status()).isEqualTo(404);

        report(plan, "制度总体有效。", finding("9(1)"));
        assertThat(process.task(plan, Stories.ACCEPT_REPORT).getAssignee()).isEqualTo("liufang");
        assertRefused("evaluation.noReview", () -> acceptAs("liufang", plan, "REVIEW"));
        acceptAs("liufang", plan, "LETTER");

        assertThat(process.isOver(plan)).isTrue();
        assertThat(pinggu.get(page).status()).isEqualTo(404);
        Answer shown = head.get(PATH + plan);
        assertThat(shown.body()).contains("已完成", "制度总体有效。", "拟发函").doesNotContain("??");
        assertThat(head.get("/evaluations").body()).contains(plan).doesNotContain("??");
        assertThat(head.get(PATH + plan + "/files/" + file).status()).isEqualTo(200);
        assertThat(web.session("dengaudit").get(PATH + plan).status()).isEqualTo(200);
        assertThat(web.session("fchead").get(PATH + plan).status()).isEqualTo(404);
    }

    @Test
    void a_plan_for_a_measure_in_force_needs_its_unit_and_its_commission_can_be_taken_back() {
        Visitor office = web.session("wuoffice");
        Map<String, String> form = planForm(office, "EFFECT_AFTER", "某办法实施效果评估");
        Answer refused = office.submit("/evaluations", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("某办法实施效果评估", "请选择政策措施的制定单位").doesNotContain("??");
        form.put("evaluatedUnit", "u02");
        String plan = made(office.submit("/evaluations", form));
        assertThat(office.submit(
                                PATH + plan + "/commission",
                                Map.of(
                                        "evaluatorUnit",
                                        "u08",
                                        "evaluationQuestion",
                                        "请评估实施效果。",
                                        "staged",
                                        material("wuoffice"),
                                        "_csrf",
                                        office.csrf()))
                        .status())
                .isEqualTo(302);

        assertThat(office.submit(PATH + plan + "/recall", Map.of("reason", " ", "_csrf", office.csrf()))
                        .status())
                .isEqualTo(422);
        assertThat(office.submit(PATH + plan + "/recall", Map.of("reason", "机构无法承接。", "_csrf", office.csrf()))
                        .status())
                .isEqualTo(302);

        assertThat(process.isOver(plan)).isTrue();
        assertThat(office.get(PATH + plan).body()).contains("待委托", "机构无法承接。");
        assertThat(web.session("pinggu")
                        .get("/evaluations/commissions/" + evaluation(plan).id())
                        .status())
                .isEqualTo(404);
        assertThat(office.submit(PATH + plan + "/give-up", Map.of("_csrf", office.csrf()))
                        .status())
                .isEqualTo(302);
        assertThat(office.get(PATH + plan).body()).contains("已取消");
    }

    @Test
    void a_plan_for_a_draft_follows_the_review_in_which_it_is_commissioned() {
        Visitor head = web.session("liufang");
        String number = people.inReview();
        Map<String, String> form = planForm(head, "EXPECTED_EFFECT", "某草案预期影响评估");
        form.put("caseNumber", "420600-1999-0001");
        assertThat(head.submit("/evaluations", form).body()).contains("请填写在办案件的案号");
        form.put("caseNumber", number);
        String plan = made(head.submit("/evaluations", form));
        commission(number, Map.of());
        assertThat(head.get(PATH + plan).body()).contains("评估中");
        report(number, "影响较小。");
        accept(number, List.of());

        assertThat(head.get(PATH + plan).body()).contains("已完成");
    }

    // ---- steps

    private void commission(String number, Map<String, Object> more) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "findings",
                List.of(),
                "adviceWanted",
                false,
                "evaluationWanted",
                true,
                "evaluatorUnit",
                "u08",
                "evaluationPurpose",
                "EXPECTED_EFFECT",
                "evaluationQuestion",
                "请评估预期影响。"));
        answer.putAll(more);
        process.answer(number, JointReview.REVIEW, "zhaolei", answer);
    }

    @SafeVarargs
    private void report(String number, String summary, Map<String, Object>... found) {
        process.answer(number, Stories.REPORT, "pinggu", reportOf(summary, found));
    }

    @SafeVarargs
    private Map<String, Object> reportOf(String summary, Map<String, Object>... found) {
        return Map.of(
                "summary",
                summary,
                "report",
                submitting.upload("pinggu", "u08", "报告.txt", "评估报告" + System.nanoTime()),
                "findings",
                List.of(found));
    }

    private static Map<String, Object> finding(String item) {
        return Map.of(
                "quotation", SampleMeasure.STAY_TEN_YEARS, "item", item, "effect", "限制企业迁移。", "suggestion", "删除。");
    }

    private void accept(String number, List<Map<String, Object>> uses) {
        process.answer(number, Stories.ACCEPT_REPORT, "zhaolei", Map.of("acceptance", "ACCEPTED", "uses", uses));
    }

    private void acceptAs(String userId, String number, String use) {
        process.answer(
                number,
                Stories.ACCEPT_REPORT,
                userId,
                Map.of("acceptance", "ACCEPTED", "uses", List.of(Map.of("place", 0, "use", use))));
    }

    private Evaluation evaluation(String number) {
        return evaluations.of(number).get(0);
    }

    private List<ManifestEntry> files(String number) {
        return measures.version(cases.get(number).versionId()).manifest();
    }

    private String reviewForm(String number) {
        return web.session("zhaolei")
                .get("/forms/tasks/" + process.task(number, JointReview.REVIEW).getId())
                .body();
    }

    private String plan(Visitor visitor, String purpose, String title) {
        return made(visitor.submit("/evaluations", planForm(visitor, purpose, title)));
    }

    private Map<String, String> planForm(Visitor visitor, String purpose, String title) {
        return new HashMap<>(Map.of(
                "year",
                today().substring(0, 4),
                "title",
                title,
                "purpose",
                purpose,
                "subject",
                "全市",
                "_csrf",
                visitor.csrf()));
    }

    private String made(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        return jdbc.sql("select max(number) from evaluation_plan")
                .query(String.class)
                .single();
    }

    private String material(String userId) {
        return files.store(
                        "材料" + System.nanoTime() + ".txt",
                        ("评估材料" + System.nanoTime()).getBytes(StandardCharsets.UTF_8),
                        new Uploader(userId, "u01", "r420600"))
                .id();
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private static void assertRefused(String key, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
