package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.Measures;
import org.fairreview.review.Carried;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.Disposition;
import org.fairreview.review.ExceptionTerm;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.Finding;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.Stage;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a measure beyond the straight line: every outcome, later versions, the issue, exceptions. */
@ProductTest
class WholeReviewScenarioTests {

    private static final String REVIEWED = SampleMeasure.BODY + "\n第九条 本措施由起草单位解释。\n";

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
    ExceptionTerms terms;

    @Autowired
    Submissions submissions;

    @Autowired
    Measures measures;

    @Autowired
    Clock clock;

    @Test
    void QA_12_a_measure_on_which_nobody_was_heard_is_suspended_and_goes_on_with_the_evidence() {
        String number = submitting.unheard();
        assertRefused("receipt.notHeard", () -> people.accept(number));

        check(number, "SUSPENDED", "请先听取企业和行业协会的意见");
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SUSPENDED);
        people.nextVersion(number, JointReview.HEAR, "chenyu", SampleMeasure.BODY);
        people.accept(number);

        assertThat(cases.get(number).stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void Measures_31_an_overdue_supplement_is_extended_once_and_then_sent_back() {
        String number = submitting.measure();
        assertRefused("receipt.returnedBeforeSupplement", () -> check(number, "RETURNED", "不全"));
        check(number, "SUPPLEMENT", "请补充依据");

        assertThat(process.timersDue(number))
                .as("what is overdue is so on the day that the drafting unit was told")
                .containsExactly(process.task(number, JointReview.SUPPLEMENT)
                        .getDueDate()
                        .toInstant());
        assertThat(process.fireTimers(number)).isEqualTo(1);
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SUPPLEMENT_OVERDUE);
        process.complete(number, JointReview.OVERDUE, "wangmin", Map.of("decision", "EXTEND"));
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SUPPLEMENT_ASKED);
        process.fireTimers(number);
        process.complete(number, JointReview.OVERDUE, "wangmin", Map.of("decision", "RETURN", "reason", "两次要求补正均未补正"));

        assertThat(cases.get(number).caseEnd()).contains(CaseEnd.RETURNED);
        assertThat(process.isOver(number)).isTrue();
    }

    @Test
    void findings_are_carried_into_the_next_version_after_a_conclusion_that_does_not_conform() {
        String number = doesNotConform();

        people.resubmit(number, SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "企业可以自主迁移注册地"));

        ReviewCase review = cases.get(number);
        assertThat(review.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(review.pastConclusions()).hasSize(1);
        assertThat(review.conclusion()).isEmpty();
        assertThat(cases.findings(number))
                .extracting(finding -> finding.carried().orElseThrow(), Finding::disposition)
                .containsExactly(tuple(Carried.UNCHANGED, Disposition.OPEN), tuple(Carried.CHANGED, Disposition.OPEN));

        people.accept(number);
        people.assign(number, "zhaolei");
        people.review(number, "zhaolei", people.carried(number));
        List<Finding> carried = cases.findings(number);
        assertRefused(
                "finding.amendedWithoutChange",
                () -> people.draft(
                        number,
                        "CONFORMS_AFTER_CHANGE",
                        List.of(
                                Map.of("id", carried.get(0).id(), "disposition", "AMENDED"),
                                Map.of("id", carried.get(1).id(), "disposition", "AMENDED")),
                        ""));
        people.draft(
                number,
                "CONFORMS_AFTER_CHANGE",
                List.of(
                        Map.of("id", carried.get(0).id(), "disposition", "RESOLVED", "note", "经核实不构成问题"),
                        Map.of("id", carried.get(1).id(), "disposition", "AMENDED")),
                "");
        people.toDelivery(number);
        assertThat(cases.get(number).conclusion()).contains(Conclusion.CONFORMS_AFTER_CHANGE);
    }

    @Test
    void the_drafting_unit_changes_its_text_during_the_review() {
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
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
                        "changeAsked", "请删除十年内不得迁出的要求"));
        people.nextVersion(
                number,
                JointReview.AMEND,
                "chenyu",
                SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "企业自主迁移"));

        assertThat(cases.get(number).round()).isEqualTo(2);
        assertThat(cases.findings(number)).singleElement().matches(Finding::isGone);
    }

    @Test
    void Reg_18_a_measure_is_issued_and_what_differs_from_the_reviewed_text_is_a_lead() {
        String number = conforming();
        people.issue(number, SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "二十年内不得迁出"));

        ReviewCase review = cases.get(number);
        assertThat(review.caseEnd()).contains(CaseEnd.ISSUED);
        assertThat(review.issue().orElseThrow().passagesDeviating()).isEqualTo(1);
        assertThat(review.issue().orElseThrow().isLead()).isTrue();
        assertThat(process.isOver(number)).isTrue();
    }

    @Test
    void Measures_27_a_material_change_voids_the_conclusion() {
        String number = conforming();
        process.answer(number, JointReview.ISSUE, "chenyu", Map.of("outcome", "CHANGED", "reason", "增加了补贴条款"));
        people.resubmit(number, SampleMeasure.BODY + "\n第九条 增加补贴。\n");

        ReviewCase review = cases.get(number);
        assertThat(review.pastConclusions()).singleElement().matches(past -> past.voided());
        assertThat(review.stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void a_measure_that_does_not_conform_is_given_up() {
        String number = doesNotConform();
        people.giveUp(number, "不再出台");
        assertThat(cases.get(number).caseEnd()).contains(CaseEnd.NOT_ISSUED);
    }

    @Test
    void the_drafting_unit_withdraws_until_the_conclusion_is_signed_off() {
        String number = people.inSigning();
        assertThat(withdraw(number, "")).map(Refusal::key).contains("withdrawal.reasonMissing");
        assertThat(withdraw(number, "暂缓制定")).isEmpty();
        assertThat(cases.get(number).caseEnd()).contains(CaseEnd.WITHDRAWN);
        assertThat(process.isOver(number)).isTrue();

        String delivered = conforming();
        assertThat(withdraw(delivered, "暂缓制定")).map(Refusal::key).contains("withdrawal.tooLate");
    }

    @Test
    void Reg_13_a_department_reviews_its_own_measure_and_uploads_the_sealed_form() {
        String number = submitting.measure("chenyu", "u02", Issuance.DEPARTMENT, SampleMeasure.BODY);
        process.answer(number, "Task_ReviewOwnMeasure", "chenyu", Map.of("findings", List.of(), "adviceWanted", false));
        process.answer(
                number,
                "Task_DraftOwnConclusion",
                "chenyu",
                Map.of(
                        "step", "SIGN",
                        "decisions", List.of(),
                        "conclusion", "CONFORMS",
                        "hearing", "已征求",
                        "firstOpinion", "已初审",
                        "reasoning", "未发现问题",
                        "workAdvice", ""));
        process.answer(number, "Task_SignOwnReview", "tangxin", Map.of("agreed", true));
        process.answer(number, "Task_SignOwnReview", "luohui", Map.of("agreed", true));
        process.runJobs(number);
        process.answer(
                number,
                "Task_SealOwnForm",
                "chenyu",
                Map.of("sealedOn", LocalDate.now(clock).toString(), "scan", submitting.scan("chenyu")));

        assertThat(cases.get(number).stage()).isEqualTo(Stage.DELIVERED);
        people.issue(number, SampleMeasure.BODY);
        assertThat(cases.get(number).caseEnd()).contains(CaseEnd.ISSUED);
        assertThat(cases.get(number).issue().orElseThrow().isLead()).isFalse();
    }

    @Test
    void Measures_25_an_exception_ends_on_its_day_with_a_stop_notice() {
        LocalDate lastDay = LocalDate.now(clock).plusDays(90);
        String number = excepted(lastDay.toString(), "");
        people.issue(number, SampleMeasure.BODY);

        assertThat(process.timersDue(number)).containsExactly(startOf(lastDay.minusDays(60)));
        assertThat(process.fireTimers(number)).as("the notice before the end").isEqualTo(1);
        assertThat(process.timersDue(number)).as("the last day is kept").containsExactly(startOf(lastDay.plusDays(1)));
        assertRefused("exception.endsOnADay", () -> reassess(number, "CONDITION_NOT_MET"));
        reassess(number, "STOP");
        process.fireTimers(number);
        process.runJobs(number);
        process.complete(
                number,
                "Task_ServeStopNotice",
                "wangmin",
                Map.of("servedOn", LocalDate.now(clock).toString(), "remark", "陈宇签收，已停止执行"));

        assertThat(terms.get(number).state()).isEqualTo(ExceptionTerm.State.STOPPED);
        assertThat(terms.get(number).noticeFileId()).isPresent();
        assertThat(process.isOver(number)).isTrue();
    }

    @Test
    void an_exception_with_a_condition_goes_on_until_it_is_reviewed_again() {
        String number = excepted("", "灾后重建完成");
        people.issue(number, SampleMeasure.BODY);
        process.fireTimers(number);
        reassess(number, "CONDITION_NOT_MET");
        process.fireTimers(number);
        reassess(number, "RENEW");

        String renewal = terms.get(number).successorCase().orElseThrow();
        assertThat(cases.get(renewal).stage()).isEqualTo(Stage.SUBMITTED);
        people.walkToSigning(renewal, "wangmin", "liufang", "zhaolei");
        people.toDelivery(renewal);
        process.fireTimers(number);
        assertThat(terms.get(number).state()).isEqualTo(ExceptionTerm.State.SUCCEEDED);
    }

    @Test
    void members_evaluators_and_advisers_are_asked_side_by_side() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.ofEntries(
                        Map.entry("findings", List.of()),
                        Map.entry("adviceWanted", true),
                        Map.entry("adviser", "xulaw"),
                        Map.entry("adviceQuestion", "依据是否充分？"),
                        Map.entry("consultationWanted", true),
                        Map.entry("memberUnit", "u06"),
                        Map.entry("consultationQuestion", "补贴是否可行？"),
                        Map.entry("evaluationWanted", true),
                        Map.entry("evaluatorUnit", "u08"),
                        Map.entry("evaluationPurpose", "EXPECTED_EFFECT"),
                        Map.entry("evaluationQuestion", "评估预期影响")));
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("依据充分"));
        members.finance(number, "WANTS_CHANGES", "建议明确标准");
        process.answer(
                number,
                "Task_SubmitReport",
                "pinggu",
                Map.of("summary", "影响较小", "report", submitting.upload("pinggu", "u08", "报告.txt", "评估报告")));
        process.answer(number, "Task_AcceptReport", "zhaolei", Map.of("acceptance", "ACCEPTED", "uses", List.of()));

        assertThat(process.task(number, JointReview.DRAFT).getAssignee()).isEqualTo("zhaolei");
    }

    @Test
    void words_that_were_struck_and_return_are_open_again() {
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        askChange(number);
        String struck = SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "企业自主迁移");
        people.nextVersion(number, JointReview.AMEND, "chenyu", struck);
        people.review(number, "zhaolei", people.carried(number));
        people.draft(
                number,
                "CONFORMS_AFTER_CHANGE",
                List.of(Map.of("id", cases.findings(number).get(0).id(), "disposition", "AMENDED")),
                "");
        people.toDelivery(number);
        process.answer(number, JointReview.ISSUE, "chenyu", Map.of("outcome", "CHANGED", "reason", "恢复原表述"));
        people.resubmit(number, SampleMeasure.BODY);

        assertThat(cases.findings(number)).singleElement().satisfies(finding -> {
            assertThat(finding.carried()).contains(Carried.UNCHANGED);
            assertThat(finding.disposition()).isEqualTo(Disposition.OPEN);
        });
    }

    @Test
    void a_finding_follows_its_words_through_a_supplement_asked_for_in_a_later_round() {
        String number = doesNotConform();
        people.resubmit(number, REVIEWED);
        check(number, "SUPPLEMENT", "请补充依据");
        people.nextVersion(
                number, JointReview.SUPPLEMENT, "chenyu", REVIEWED.replace(SampleMeasure.STAY_TEN_YEARS, "企业自主迁移"));

        assertThat(cases.get(number).round()).isEqualTo(2);
        assertThat(cases.findings(number))
                .extracting(Finding::quotation, finding -> finding.carried().orElseThrow(), Finding::isGone)
                .containsExactly(
                        tuple(SampleMeasure.REGISTERED_HERE, Carried.UNCHANGED, false),
                        tuple(SampleMeasure.STAY_TEN_YEARS, Carried.CHANGED, true));
        String now = measures.version(cases.get(number).versionId())
                .reviewedFiles()
                .get(0)
                .sha256();
        assertThat(cases.findings(number).get(0).fileSha256()).isEqualTo(now);
        assertThat(cases.findings(number).get(1).fileSha256()).isNotEqualTo(now);
    }

    @Test
    void a_carried_finding_is_not_rewritten() {
        String number = doesNotConform();
        people.resubmit(number, SampleMeasure.BODY);
        people.accept(number);
        people.assign(number, "zhaolei");
        List<Map<String, Object>> carried = people.carried(number);
        carried.get(0).put("quotation", SampleMeasure.NAMED_PLATFORM);

        assertRefused("finding.carriedRewritten", () -> people.review(number, "zhaolei", carried));
    }

    @Test
    void the_text_that_did_not_conform_is_not_submitted_again_as_it_was() {
        String number = submitting.measure("chenyu", "u02", Issuance.GOVERNMENT, REVIEWED);
        people.accept(number);
        people.assign(number, "zhaolei");
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);

        assertRefused("submission.changedTextMissing", () -> people.resubmit(number, REVIEWED));
        assertThat(cases.get(number).stage()).isEqualTo(Stage.TO_REVISE);
        people.resubmit(number, REVIEWED.replace(SampleMeasure.STAY_TEN_YEARS, "企业自主迁移"));
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void Measures_28_nothing_is_concluded_on_a_measure_on_which_nobody_was_heard() {
        String number = submitting.unheard(Issuance.DEPARTMENT);
        process.answer(number, "Task_ReviewOwnMeasure", "chenyu", Map.of("findings", List.of(), "adviceWanted", false));

        assertRefused(
                "conclusion.notHeard",
                () -> process.answer(
                        number,
                        "Task_DraftOwnConclusion",
                        "chenyu",
                        Map.of(
                                "step", "SIGN",
                                "decisions", List.of(),
                                "conclusion", "CONFORMS",
                                "hearing", "未听取",
                                "firstOpinion", "已初审",
                                "reasoning", "未发现问题",
                                "workAdvice", "")));
    }

    @Test
    void a_drafter_does_not_say_when_the_regulator_received_the_measure() {
        Submission given = submitting.submission("chenyu", "u02", Issuance.GOVERNMENT, SampleMeasure.BODY);
        Submission dated = new Submission(
                given.draftingUnitId(),
                given.facts(),
                given.statement(),
                given.files(),
                null,
                LocalDate.now(clock).minusYears(2));
        String number = process.as("chenyu", () -> submissions.submit(dated, process.actor("chenyu")));

        assertThat(cases.get(number).receivedOn()).contains(LocalDate.now(clock));
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
                        "changeAsked", "请删除十年内不得迁出的要求"));
    }

    private void check(String number, String decision, String why) {
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", decision, "missing", why));
    }

    private Optional<Refusal> withdraw(String number, String reason) {
        return process.as("chenyu", () -> submissions.withdraw(number, reason, process.actor("chenyu")));
    }

    private void reassess(String number, String decision) {
        process.complete(
                number, "Task_ReassessException", "chenyu", Map.of("decision", decision, "statement", "实施情况正常"));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private String conforming() {
        String number = people.inSigning();
        people.toDelivery(number);
        return number;
    }

    private String doesNotConform() {
        String number = people.inReview();
        people.review(
                number,
                "zhaolei",
                List.of(
                        people.finding(
                                number,
                                SampleMeasure.REGISTERED_HERE,
                                "10(2)",
                                Map.of("legalBasis", "NONE", "specificOperator", true)),
                        people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        return number;
    }

    private String excepted(String endsOn, String condition) {
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draftException(number, endsOn, condition);
        people.toDelivery(number);
        return number;
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
