package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.Stage;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the people around a review read of it over HTTP: on the page, over REST and in the forms of their tasks. */
@ProductTest
class WhoReadsWhatTests {

    private static final String FINDING = "甲理由：限制了经营者自主迁移";
    private static final String TAKEN_BACK = "乙理由：经核实不构成问题的发现";
    private static final String WHY_TAKEN_BACK = "寅说明：经核实不构成问题";
    private static final String LATER_FINDING = "丙理由：第二轮才写下的发现";
    private static final String TO_ADVISER = "丁问题：依据是否充分";
    private static final String ADVICE = "戊意见：依据并不充分";
    private static final String TO_MEMBER = "己问题：补贴是否可行";
    private static final String MEMBER_OPINION = "庚意见：建议明确标准";
    private static final String TO_EVALUATOR = "辛问题：评估预期影响";
    private static final String REPORT = "壬摘要：影响较小";
    private static final String DRAFT = "癸说理：拟写中的理由";
    private static final String REMARK = "子批注：请补充理由";
    private static final String CHANGE_ASKED = "丑要求：请修改第五条";

    @Autowired
    Web web;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Autowired
    CaseFile cases;

    @Autowired
    Directory directory;

    @Autowired
    Measures measures;

    @Autowired
    Clock clock;

    // ---- the joint review

    @Test
    void the_drafting_unit_reads_what_it_is_asked_to_change_and_nothing_of_what_the_regulator_thinks() {
        String number = askedToChange();

        assertThat(form(number, JointReview.AMEND, "chenyu"))
                .contains(CHANGE_ASKED)
                .doesNotContain(inner())
                .doesNotContain(FINDING, TAKEN_BACK, WHY_TAKEN_BACK);
        assertThat(everythingOf(number, "chenyu"))
                .doesNotContain(inner())
                .doesNotContain(FINDING, TAKEN_BACK, WHY_TAKEN_BACK);
        assertThat(everythingOf(number, "zhaolei")).contains(FINDING, TAKEN_BACK, ADVICE, REMARK);
    }

    @Test
    void with_the_delivery_it_reads_the_findings_that_the_conclusion_rests_on_and_still_nothing_inner() {
        String number = doesNotConform();

        assertThat(form(number, JointReview.REVISE, "chenyu"))
                .contains(FINDING)
                .doesNotContain(TAKEN_BACK, WHY_TAKEN_BACK, DRAFT)
                .doesNotContain(askedAndRemarked());
        assertThat(everythingOf(number, "chenyu"))
                .contains(FINDING)
                .doesNotContain(TAKEN_BACK, WHY_TAKEN_BACK)
                .doesNotContain(askedAndRemarked());
    }

    @Test
    void what_is_found_in_the_next_round_is_not_delivered_with_the_last_conclusion() {
        String number = doesNotConform();
        people.resubmit(number, SampleMeasure.BODY + "\n第九条 另行解释。\n");
        people.accept(number);
        people.assign(number, "zhaolei");
        List<Map<String, Object>> findings = new ArrayList<>(people.carried(number));
        findings.add(finding(number, SampleMeasure.NAMED_PLATFORM, LATER_FINDING));
        people.review(number, "zhaolei", findings);
        askChange(number);

        assertThat(form(number, JointReview.AMEND, "chenyu"))
                .contains(CHANGE_ASKED)
                .doesNotContain(LATER_FINDING, TAKEN_BACK, WHY_TAKEN_BACK)
                .doesNotContain(askedAndRemarked());
        assertThat(everythingOf(number, "chenyu"))
                .doesNotContain(LATER_FINDING, TAKEN_BACK, WHY_TAKEN_BACK)
                .doesNotContain(askedAndRemarked());
    }

    @Test
    void the_form_in_which_it_registers_the_issue_holds_nothing_inner() {
        String number = answered();
        people.draft(number, "CONFORMS", resolved(number), "");
        people.back(number, "liufang", -1, REMARK);
        people.draft(number, "CONFORMS", resolved(number), "");
        people.toDelivery(number);

        assertThat(cases.get(number).stage()).isEqualTo(Stage.DELIVERED);
        assertThat(form(number, JointReview.ISSUE, "chenyu"))
                .doesNotContain(inner())
                .doesNotContain(FINDING, TAKEN_BACK, WHY_TAKEN_BACK);
    }

    @Test
    void the_institution_reads_its_question_and_no_opinion_of_others() {
        String number = asked();

        assertThat(form(number, Stories.REPORT, "pinggu"))
                .contains(TO_EVALUATOR)
                .doesNotContain(FINDING, TO_ADVISER, TO_MEMBER);
        assertReadsNothing(number, "pinggu");
        give(number);
        assertReadsNothing(number, "pinggu");
    }

    @Test
    void the_member_reads_its_own_opinion_and_no_draft_no_signature_and_no_other_opinion() {
        String number = askedToChange();

        assertThat(everythingOf(number, "caocz"))
                .contains(TO_MEMBER, MEMBER_OPINION)
                .doesNotContain(TO_ADVISER, ADVICE, TO_EVALUATOR, REPORT, DRAFT, REMARK);
        assertThat(everythingOf(number, "xulaw"))
                .contains(TO_ADVISER, ADVICE)
                .doesNotContain(TO_MEMBER, MEMBER_OPINION, TO_EVALUATOR, REPORT, DRAFT, REMARK);
    }

    @Test
    void a_body_that_was_asked_gets_the_submitted_text_and_no_file_of_what_came_of_it() {
        String number = answered();
        people.draft(number, "CONFORMS", resolved(number), "");
        people.toDelivery(number);
        people.issue(number, SampleMeasure.BODY);
        ReviewCase review = cases.get(number);
        String submitted =
                measures.version(review.versionId()).reviewedFiles().get(0).fileId();
        List<String> outcome = List.of(
                review.documentFileId().orElseThrow(),
                review.sealedFileId().orElseThrow(),
                review.issue().orElseThrow().fileId());

        assertThat(fileStatus(number, submitted, "pinggu")).isEqualTo(404);
        for (String asked : List.of("xulaw", "caocz")) {
            assertThat(fileStatus(number, submitted, asked)).as(asked).isEqualTo(200);
            for (String file : outcome) {
                assertThat(fileStatus(number, file, asked)).as(asked).isEqualTo(404);
            }
        }
        for (String file : outcome) {
            assertThat(fileStatus(number, file, "chenyu")).isEqualTo(200);
            assertThat(fileStatus(number, file, "zhaolei")).isEqualTo(200);
        }
    }

    private int fileStatus(String number, String file, String userId) {
        return web.session(userId).get("/cases/" + number + "/files/" + file).status();
    }

    @Test
    void a_body_that_was_not_asked_reads_nothing() {
        String number = people.inReview();

        for (String nobody : List.of("caocz", "pinggu", "xulaw", "linyue")) {
            assertThat(web.session(nobody).get("/cases/" + number).status())
                    .as(nobody)
                    .isEqualTo(404);
            assertThat(web.basic(nobody).get("/api/cases/" + number).status())
                    .as(nobody)
                    .isEqualTo(404);
        }
    }

    // ---- the unit's own review

    @Test
    void Reg_13_the_regulator_reads_an_own_review_when_it_is_concluded_and_another_unit_never() {
        String number = submitting.measure("chenyu", "u02", Issuance.DEPARTMENT, SampleMeasure.BODY);
        process.answer(
                number,
                Stories.REVIEW_OWN,
                "chenyu",
                Map.of(
                        "findings",
                        List.of(finding(number, SampleMeasure.STAY_TEN_YEARS, FINDING)),
                        "adviceWanted",
                        false));
        process.answer(number, Stories.DRAFT_OWN, "chenyu", draft("DOES_NOT_CONFORM", people.changes(number)));
        process.answer(number, Stories.SIGN_OWN, "tangxin", Map.of("agreed", true, "remark", REMARK));

        for (String regulator : List.of("wangmin", "zhaolei", "zhangwei", "dengaudit")) {
            assertThat(everythingOf(number, regulator)).as(regulator).doesNotContain(FINDING, DRAFT, REMARK);
        }
        assertThat(everythingOf(number, "luohui")).contains(FINDING, REMARK);
        process.answer(number, Stories.SIGN_OWN, "luohui", Map.of("agreed", true));
        process.runJobs(number);
        process.answer(
                number,
                Stories.SEAL_OWN,
                "chenyu",
                Map.of("sealedOn", LocalDate.now(clock).toString(), "scan", submitting.scan("chenyu")));

        assertThat(everythingOf(number, "zhaolei")).contains(FINDING);
        for (String stranger : List.of("linyue", "hejun", "fcclerk", "zyclerk", "caocz", "pinggu", "admin")) {
            assertThat(web.session(stranger).get("/cases/" + number).status())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    @Test
    void Reg_13_whoever_drafted_an_own_review_does_not_sign_it_and_nobody_signs_twice() {
        open("allhands", Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);
        open("bothhands", Role.UNITREVIEWER, Role.UNITHEAD);
        String number = submitting.measure("hejun", "u04", Issuance.DEPARTMENT, SampleMeasure.BODY);
        process.answer(number, Stories.REVIEW_OWN, "allhands", Map.of("findings", List.of(), "adviceWanted", false));
        process.answer(number, Stories.DRAFT_OWN, "allhands", draft("CONFORMS", List.of()));

        assertRefused("signing.ownDraft", () -> agree(number, "allhands"));
        giveBack(number, "allhands");
        agree(number, "bothhands");
        assertRefused("signing.twice", () -> agree(number, "bothhands"));
        assertThat(cases.get(number).signatures()).hasSize(1);
    }

    // ---- steps

    /** A case in review with two findings, about which three bodies are asked. */
    private String asked() {
        String number = people.inReview();
        Map<String, Object> answer = new HashMap<>(Map.of(
                "findings",
                List.of(
                        finding(number, SampleMeasure.STAY_TEN_YEARS, FINDING),
                        finding(number, SampleMeasure.REGISTERED_HERE, TAKEN_BACK))));
        answer.putAll(Map.of("adviceWanted", true, "adviser", "xulaw", "adviceQuestion", TO_ADVISER));
        answer.putAll(Map.of("consultationWanted", true, "memberUnit", "u06", "consultationQuestion", TO_MEMBER));
        answer.putAll(Map.of(
                "evaluationWanted",
                true,
                "evaluatorUnit",
                "u08",
                "evaluationPurpose",
                "EXPECTED_EFFECT",
                "evaluationQuestion",
                TO_EVALUATOR));
        process.answer(number, JointReview.REVIEW, "zhaolei", answer);
        members.choose(number, Members.FINANCE);
        return number;
    }

    private void give(String number) {
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion(ADVICE));
        members.answer(number, Members.FINANCE, "caocz", "WANTS_CHANGES", MEMBER_OPINION);
        members.summarise(number, "ADOPTED");
        process.answer(
                number,
                Stories.REPORT,
                "pinggu",
                Map.of("summary", REPORT, "report", submitting.upload("pinggu", "u08", "报告.txt", "评估报告")));
        process.answer(number, "Task_AcceptReport", "zhaolei", Map.of("acceptance", "ACCEPTED", "uses", List.of()));
    }

    private String answered() {
        String number = asked();
        give(number);
        return number;
    }

    /** A case whose draft came back from the signer, before the reviewer asked the drafting unit for a change. */
    private String askedToChange() {
        String number = answered();
        process.answer(number, JointReview.DRAFT, "zhaolei", draft(number));
        people.back(number, "liufang", -1, REMARK);
        askChange(number);
        return number;
    }

    private String doesNotConform() {
        String number = answered();
        process.answer(number, JointReview.DRAFT, "zhaolei", draft(number));
        people.back(number, "liufang", -1, REMARK);
        process.answer(number, JointReview.DRAFT, "zhaolei", draft(number));
        people.toDelivery(number);
        return number;
    }

    private void askChange(String number) {
        process.answer(
                number,
                JointReview.DRAFT,
                "zhaolei",
                Map.of(
                        "step", "ASK_CHANGE",
                        "decisions", List.of(),
                        "hearing", "",
                        "firstOpinion", "",
                        "reasoning", "",
                        "workAdvice", "",
                        "changeAsked", CHANGE_ASKED));
    }

    private Map<String, Object> finding(String number, String words, String reason) {
        return people.finding(number, words, "9(1)", Map.of("reason", reason));
    }

    /** One finding must be changed, the other is taken back. */
    private List<Map<String, Object>> decided(String number) {
        var findings = cases.findings(number);
        return List.of(
                Map.of("id", findings.get(0).id(), "disposition", "CHANGE_REQUIRED"),
                Map.of("id", findings.get(1).id(), "disposition", "RESOLVED", "note", WHY_TAKEN_BACK));
    }

    private List<Map<String, Object>> resolved(String number) {
        return cases.findings(number).stream()
                .map(finding ->
                        Map.<String, Object>of("id", finding.id(), "disposition", "RESOLVED", "note", WHY_TAKEN_BACK))
                .toList();
    }

    /** The draft of a case in which an adviser was asked. */
    private Map<String, Object> draft(String number) {
        Map<String, Object> draft = new HashMap<>(draft("DOES_NOT_CONFORM", decided(number)));
        draft.put("adoptions", people.adoptions(number));
        return draft;
    }

    private static Map<String, Object> draft(String conclusion, List<Map<String, Object>> decisions) {
        return Map.of(
                "step", "SIGN",
                "decisions", decisions,
                "conclusion", conclusion,
                "hearing", "已征求。",
                "firstOpinion", "已初审。",
                "reasoning", DRAFT,
                "workAdvice", "");
    }

    private static String[] inner() {
        return new String[] {TO_ADVISER, ADVICE, TO_MEMBER, MEMBER_OPINION, TO_EVALUATOR, REPORT, DRAFT, REMARK};
    }

    private static String[] askedAndRemarked() {
        return new String[] {TO_ADVISER, ADVICE, TO_MEMBER, MEMBER_OPINION, TO_EVALUATOR, REPORT, REMARK};
    }

    private void agree(String number, String userId) {
        process.answer(number, Stories.SIGN_OWN, userId, Map.of("agreed", true));
    }

    private void giveBack(String number, String userId) {
        String task = process.task(number, Stories.SIGN_OWN).getId();
        assertThat(web.rest(Web.Surface.WEBAPP, userId)
                        .post("/task/" + task + "/unclaim", null)
                        .status())
                .isEqualTo(204);
    }

    private void open(String userId, Role... roles) {
        if (directory.actor(userId).isEmpty()) {
            directory.open(
                    new Person(userId, "试用"),
                    Web.PASSWORD,
                    List.of(roles).stream().map(role -> new Post("u04", role)).toList());
        }
    }

    private String form(String number, String taskKey, String userId) {
        return web.session(userId)
                .get("/forms/tasks/" + process.task(number, taskKey).getId())
                .body();
    }

    /** An institution reads its commission, and never the case. */
    private void assertReadsNothing(String number, String userId) {
        for (String page : List.of("", "/compare", "/replay", "/receipt")) {
            assertThat(web.session(userId).get("/cases/" + number + page).status())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(web.basic(userId).get("/api/cases/" + number).status()).isEqualTo(404);
        assertThat(web.session(userId).get("/cases?q=" + number).body()).doesNotContain("/cases/" + number);
    }

    /** The page of the case and what REST says about it. */
    private String everythingOf(String number, String userId) {
        var page = web.session(userId).get("/cases/" + number);
        var rest = web.basic(userId).get("/api/cases/" + number);
        assertThat(page.status()).isEqualTo(200);
        assertThat(rest.status()).isEqualTo(200);
        return page.body() + rest.body();
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
