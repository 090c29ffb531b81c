package org.fairreview.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.kit.DocumentMaking;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.fairreview.procedure.ProcedureDecisions.Held;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents from the public's comments to the filing, through the forms that people use. */
@ProductTest
class ProcedureStoryTests {

    @Autowired
    DocumentMaking making;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    Submissions submissions;

    @Autowired
    ProcessDriver process;

    @Autowired
    Procedures procedures;

    @Autowired
    ProcedureDecisions decisions;

    @Autowired
    ProcedureHandling handling;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Web web;

    @Test
    void a_document_goes_from_the_comments_to_its_filing_with_days_limits_and_files() {
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        String review = people.inSigning();
        making.link(number, review);
        making.legality(number, "LAWFUL");
        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.REVIEWING);
        making.deliver(number, review);
        making.deliberate(number, "ADOPTED");
        making.publish(number);
        making.file(number);

        ProcedureCase made = procedures.get(number);
        assertThat(number).matches("420600-ZD-\\d{4}-\\d{4}");
        assertThat(made.end()).contains(ProcedureEnd.PUBLISHED);
        assertThat(process.isOver(number)).isTrue();
        assertThat(made.steps())
                .extracting(ProcedureStep::step)
                .containsExactly(
                        StepKind.OPEN_COMMENT,
                        StepKind.SUMMARISE,
                        StepKind.LEGALITY,
                        StepKind.LINK_REVIEW,
                        StepKind.FAIR_REVIEW,
                        StepKind.DELIBERATE,
                        StepKind.PUBLISH,
                        StepKind.FILE);
        assertThat(made.steps()).allMatch(step -> !step.isOpen());
        assertThat(made.fairReviews()).singleElement().satisfies(each -> {
            assertThat(each.reviewCase()).isEqualTo(review);
            assertThat(each.outcome()).isEqualTo(FairOutcome.PASSED);
        });
        String page = web.session("chenyu").get("/procedures/" + number).body();
        assertThat(page).contains(review, "会议纪要.txt", "汉江政规〔2026〕3号", "鄂备〔2026〕15号", "一名组成人员建议暂缓", "优化营商环境条例第六十二条");
        String minutes = made.deliberations().get(0).minutesFileId();
        assertThat(web.session("liufang")
                        .get("/procedures/%s/files/%s".formatted(number, minutes))
                        .status())
                .isEqualTo(200);
        assertThat(web.session("linyue").get("/procedures/" + number).status()).isEqualTo(404);
        assertThat(web.session("linyue")
                        .get("/procedures/%s/files/%s".formatted(number, minutes))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_time_to_comment_that_is_too_short_is_refused_and_only_a_major_decision_may_explain_it() {
        LocalDate today = making.today();
        String document = making.opened(ProcedureKind.NORMATIVE_DOCUMENT, true);
        assertRefused(
                () -> making.comment(document, today.minusDays(30), today.minusDays(1), "急"),
                "procedure.commentTooShort",
                "endsOn");
        making.comment(document, today.minusDays(30), today, "");

        String decision = making.opened(ProcedureKind.MAJOR_DECISION, false);
        assertRefused(
                () -> making.comment(decision, today.minusDays(10), today.minusDays(1), ""),
                "procedure.shortReasonMissing",
                "shortReason");
        making.comment(decision, today.minusDays(10), today.minusDays(1), "汛期将至，须尽快出台。");
        assertThat(procedures.get(decision).comment().orElseThrow().shortReason())
                .isEqualTo("汛期将至，须尽快出台。");
    }

    /** 2025-09-26 is a Friday; 09-28 is a make-up day, 10-01 to 10-08 are holidays. */
    @Test
    void seven_working_days_to_comment_are_counted_by_the_calendar() {
        String other = making.opened(ProcedureKind.NORMATIVE_DOCUMENT, false);
        assertRefused(
                () -> making.comment(other, LocalDate.of(2025, 9, 26), LocalDate.of(2025, 10, 12), ""),
                "procedure.commentTooShort",
                "endsOn");
        making.comment(other, LocalDate.of(2025, 9, 26), LocalDate.of(2025, 10, 13), "");
    }

    @Test
    void comments_are_summarised_when_their_time_is_over() {
        String number = making.opened(ProcedureKind.NORMATIVE_DOCUMENT, true);
        making.comment(number, making.today().minusDays(30), making.today(), "");
        assertRefused(() -> making.summarise(number), "procedure.commentRunning", null);
        clock.advance(Duration.ofDays(1));
        try {
            making.summarise(number);
        } finally {
            clock.reset();
        }
        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.REVIEWING);
    }

    /** 公平竞争审查条例 18; 重大行政决策程序暂行条例 25, 29. */
    @Test
    void nothing_unreviewed_goes_to_deliberation() {
        String review = people.inSigning();
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        assertNoDoorTo(number, "procedure.legalityMissing");

        making.legality(number, "LAWFUL");
        assertNoDoorTo(number, "procedure.fairReviewMissing");

        making.link(number, review);
        assertNoDoorTo(number, "procedure.fairReviewMissing");
        String other = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        making.link(other, making.passed());
        assertNoDoorTo(other, "procedure.legalityMissing");

        making.deliver(number, review);
        assertRefused(
                () -> making.deliberate(number, "ADOPTED", making.today().minusDays(1), Map.of()),
                "procedure.heldBeforeReviews",
                "heldOn");

        process.answer(review, JointReview.ISSUE, "chenyu", Map.of("outcome", "CHANGED", "reason", "增加了补贴条款。"));
        assertRefused(() -> making.deliberate(number, "ADOPTED"), "procedure.fairReviewVoid", null);
        people.resubmit(review, SampleMeasure.BODY);
        people.walkToSigning(review, "wangmin", "liufang", "zhaolei");
        people.toDelivery(review);
        assertRefused(() -> making.deliberate(number, "ADOPTED"), "procedure.fairReviewVoid", null);
        assertThat(procedures.get(number).deliberations()).isEmpty();
    }

    /** There is no task, and neither deliberation nor publication is taken past it. */
    private void assertNoDoorTo(String number, String key) {
        process.runJobs(number);
        for (String task : List.of(DocumentMaking.DELIBERATE, DocumentMaking.PUBLISH)) {
            assertThatThrownBy(() -> process.task(number, task)).isInstanceOf(AssertionError.class);
        }
        LocalDate today = making.today();
        for (Resolution resolution : Resolution.values()) {
            Held held = new Held(today, "局长办公会", resolution, "略", false, "");
            assertThat(decisions.deliberate(number, held, making.text("纪要.txt"), "chenyu"))
                    .map(Refusal::key)
                    .contains(key);
        }
        assertThat(decisions.publish(number, new Publication(today, "网站", "", "1号"), making.text("公布稿.txt"), "chenyu"))
                .map(Refusal::key)
                .contains(key);
        assertThat(decisions.file(number, new DocumentFiling("省政府", today, "1"), null, "chenyu"))
                .map(Refusal::key)
                .contains("procedure.notNow");
        assertThat(procedures.get(number).deliberations()).isEmpty();
    }

    @Test
    void a_text_that_was_changed_in_the_other_review_goes_to_the_legal_side_again_and_only_there() {
        String review = people.inReview();
        people.review(
                review, "zhaolei", List.of(people.finding(review, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        making.link(number, review);
        making.legality(number, "LAWFUL");
        process.answer(
                review,
                JointReview.DRAFT,
                "zhaolei",
                Map.of(
                        "step", "ASK_CHANGE",
                        "decisions", List.of(),
                        "hearing", "",
                        "firstOpinion", "",
                        "reasoning", "",
                        "workAdvice", "",
                        "changeAsked", "请修改迁移限制。"));
        people.nextVersion(
                review,
                JointReview.AMEND,
                "chenyu",
                SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "企业自主迁移"));
        people.review(review, "zhaolei", people.carried(review));
        people.draft(
                review,
                "CONFORMS_AFTER_CHANGE",
                List.of(Map.of("id", people.carried(review).get(0).get("id"), "disposition", "AMENDED")),
                "");
        making.deliver(number, review);

        ProcedureCase back = procedures.get(number);
        assertThat(back.state()).isEqualTo(ProcedureState.REVISING);
        assertThat(back.changes()).extracting(DraftChange::cause).containsExactly(ChangeCause.AMENDED);
        making.revise(number, false);
        assertThat(procedures.get(number).owesFairReview()).isFalse();
        making.legality(number, "LAWFUL");
        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.DELIBERATING);
    }

    @Test
    void a_conclusion_that_asks_for_changes_sends_the_draft_back_and_counts_for_no_later_one() {
        String review = people.inReview();
        people.review(
                review, "zhaolei", List.of(people.finding(review, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(review, "DOES_NOT_CONFORM", people.changes(review), "");
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        making.link(number, review);
        making.legality(number, "LAWFUL");
        making.deliver(number, review);

        ProcedureCase back = procedures.get(number);
        assertThat(back.state()).isEqualTo(ProcedureState.REVISING);
        assertThat(back.fairReviews()).extracting(FairReview::outcome).containsExactly(FairOutcome.REFUSED);
        assertRefused(() -> making.revise(number, false), "procedure.materialNeeded", "material");
        making.revise(number, true);
        assertRefused(() -> making.link(number, review), "procedure.reviewRefused", "reviewCase");

        people.resubmit(review, SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "企业自主迁移"));
        making.link(number, review);
        people.accept(review);
        people.assign(review, "zhaolei");
        people.review(review, "zhaolei", people.carried(review));
        people.draft(
                review,
                "CONFORMS_AFTER_CHANGE",
                List.of(Map.of("id", people.carried(review).get(0).get("id"), "disposition", "AMENDED")),
                "");
        making.legality(number, "LAWFUL");
        making.deliver(number, review);
        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.DELIBERATING);
        assertThat(procedures.get(number).round()).isEqualTo(2);
    }

    @Test
    void what_the_meeting_changed_of_the_reviewed_text_is_reviewed_again() {
        String review = making.passed();
        String number = making.deliberable(ProcedureKind.NORMATIVE_DOCUMENT, review);
        making.deliberate(
                number, "ADOPTED_WITH_CHANGES", making.today(), Map.of("changes", "增加补贴条款。", "material", true));
        making.revise(number, true);
        assertRefused(() -> making.link(number, review), "procedure.reviewOfEarlierDraft", "reviewCase");

        making.resubmitted(review);
        making.link(number, review);
        making.legality(number, "LAWFUL");
        making.deliver(number, review);
        making.deliberate(
                number, "ADOPTED_WITH_CHANGES", making.today(), Map.of("changes", "改正错字。", "material", false));
        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.PUBLISHING);
        assertThat(procedures.get(number).deliberations())
                .extracting(Deliberation::round)
                .containsExactly(1, 2);
    }

    @Test
    void an_incomplete_file_is_supplied_and_a_change_beside_the_review_keeps_its_conclusion() {
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        making.link(number, making.passed());
        making.legality(number, "INCOMPLETE");
        making.supplement(number);
        making.legality(number, "TO_CHANGE");
        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.REVISING);
        making.revise(number, false);
        making.legality(number, "LAWFUL");

        ProcedureCase again = procedures.get(number);
        assertThat(again.state()).isEqualTo(ProcedureState.DELIBERATING);
        assertThat(again.fairReviews()).hasSize(1);
        assertThat(again.opinions())
                .extracting(LegalityOpinion::legality)
                .containsExactly(Legality.INCOMPLETE, Legality.TO_CHANGE, Legality.LAWFUL);
    }

    @Test
    void a_document_outside_the_scope_of_review_needs_none_and_the_reason_is_on_record() {
        Submission told = submitting.submission("chenyu", "u02", Issuance.GOVERNMENT, SampleMeasure.BODY);
        String review = process.as(
                "chenyu",
                () -> submissions.submit(
                        new Submission(
                                told.draftingUnitId(),
                                told.facts(),
                                told.statement(),
                                told.files(),
                                "仅规范内部办公用品领用。",
                                null),
                        process.actor("chenyu")));
        String number = making.deliberable(ProcedureKind.NORMATIVE_DOCUMENT, review);

        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.DELIBERATING);
        assertThat(procedures.get(number).fairReviews()).singleElement().satisfies(each -> {
            assertThat(each.outcome()).isEqualTo(FairOutcome.NOT_REQUIRED);
            assertThat(each.reason()).isEqualTo("仅规范内部办公用品领用。");
        });
    }

    @Test
    void a_review_that_is_withdrawn_sends_the_draft_back() {
        String review = submitting.measure();
        String number = making.inReviews(ProcedureKind.MAJOR_DECISION);
        making.link(number, review);
        making.legality(number, "LAWFUL");
        Visitor drafter = web.session("chenyu");
        drafter.submit("/cases/%s/withdrawal".formatted(review), Map.of("reason", "另行起草。", "_csrf", drafter.csrf()));
        process.runJobs(number);

        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.REVISING);
        making.giveUp(number);
        assertThat(procedures.get(number).end()).contains(ProcedureEnd.GIVEN_UP);
        assertThat(process.isOver(number)).isTrue();
    }

    @Test
    void the_drafting_unit_stops_it_whoevers_turn_it_is_until_it_is_published() {
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        String path = "/procedures/" + number;
        Visitor drafter = web.session("chenyu");
        assertThat(drafter.get(path).body()).contains("终止制定");
        assertThat(web.session("xulaw").get(path).body()).doesNotContain("终止制定");
        Visitor lawyer = web.session("xulaw");
        assertThat(lawyer.submit(path + "/stop", Map.of("reason", "不合法。", "_csrf", lawyer.csrf()))
                        .status())
                .isEqualTo(403);
        assertThat(drafter.submit(path + "/stop", Map.of("reason", " ", "_csrf", drafter.csrf())))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("请填写终止的原因"));
        assertThat(process.isOver(number)).isFalse();

        drafter.submit(path + "/stop", Map.of("reason", "上级已作统一规定。", "_csrf", drafter.csrf()));

        assertThat(procedures.get(number).end()).contains(ProcedureEnd.GIVEN_UP);
        assertThat(procedures.get(number).steps())
                .filteredOn(step -> step.step() == StepKind.LEGALITY)
                .as("nobody has reviewed it")
                .isNotEmpty()
                .allMatch(ProcedureStep::isOpen);
        assertThat(procedures.get(number).isLate(Instant.now().plus(Duration.ofDays(400))))
                .isFalse();
        assertThat(process.isOver(number)).isTrue();
        assertThat(drafter.get(path).body())
                .contains("上级已作统一规定。", "未办理，随程序终止")
                .doesNotContain("请填写", "办理中", "id=\"stop\"");
        assertThat(drafter.submit(path + "/stop", Map.of("reason", "再来一次。", "_csrf", drafter.csrf()))
                        .body())
                .contains("已经公布或者已经办结");
    }

    @Test
    void one_that_runs_on_a_model_without_a_stop_says_so_beside_the_reason_and_goes_on() {
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        assertThat(jdbc.sql("delete from ACT_RU_EVENT_SUBSCR where EVENT_NAME_ = ? and PROC_INST_ID_ in"
                                + " (select PROC_INST_ID_ from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?)")
                        .params(ProcedureProcess.STOPPED, number)
                        .update())
                .isEqualTo(1);
        Visitor drafter = web.session("chenyu");

        assertThat(drafter.submit(
                        "/procedures/" + number + "/stop", Map.of("reason", "上级已有规定。", "_csrf", drafter.csrf())))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("刚刚已在别处办理", "上级已有规定。"));
        assertThat(procedures.get(number).end()).isEmpty();
    }

    @Test
    void what_is_published_is_not_stopped() {
        String number = making.deliberable(ProcedureKind.NORMATIVE_DOCUMENT, making.passed());
        making.deliberate(number, "ADOPTED");
        making.publish(number);
        Visitor drafter = web.session("chenyu");

        assertThat(drafter.get("/procedures/" + number).body()).doesNotContain("id=\"stop\"");
        assertThat(drafter.submit("/procedures/" + number + "/stop", Map.of("reason", "不要了。", "_csrf", drafter.csrf())))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(422));
        assertThat(process.isOver(number)).isFalse();
    }

    @Test
    void a_review_of_the_unit_itself_counts_when_its_form_is_sealed() {
        String review = submitting.measure("chenyu", "u02", Issuance.DEPARTMENT, SampleMeasure.BODY);
        String ofGovernment = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        assertThatThrownBy(() -> making.link(ofGovernment, review))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("procedure.reviewOfAnotherRoute"));
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT, Decider.UNIT);
        making.link(number, review);
        making.legality(number, "LAWFUL");
        process.answer(review, Stories.REVIEW_OWN, "chenyu", Map.of("findings", List.of(), "adviceWanted", false));
        process.answer(
                review,
                Stories.DRAFT_OWN,
                "chenyu",
                Map.of(
                        "step", "SIGN",
                        "decisions", List.of(),
                        "conclusion", "CONFORMS",
                        "hearing", "已征求。",
                        "firstOpinion", "已初审。",
                        "reasoning", "未发现问题。",
                        "workAdvice", ""));
        process.answer(review, Stories.SIGN_OWN, "tangxin", Map.of("agreed", true));
        process.answer(review, Stories.SIGN_OWN, "luohui", Map.of("agreed", true));
        process.runJobs(review);
        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.REVIEWING);
        process.answer(
                review,
                Stories.SEAL_OWN,
                "chenyu",
                Map.of("sealedOn", making.today().toString(), "scan", submitting.scan("chenyu")));
        process.runJobs(number);

        assertThat(procedures.get(number).state()).isEqualTo(ProcedureState.DELIBERATING);
    }

    @Test
    void only_a_review_of_the_same_unit_and_title_counts_and_for_one_procedure_alone() {
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        assertRefused(() -> making.link(number, "420600-GP-2026-9999"), "procedure.reviewUnknown", "reviewCase");
        String foreign = submitting.measure("linyue", "u03", Issuance.GOVERNMENT, SampleMeasure.BODY);
        assertRefused(() -> making.link(number, foreign), "procedure.reviewOfAnotherUnit", "reviewCase");
        String titled = making.opened(new ProcedureDraft(
                "u02",
                "关于别的事项的通知",
                ProcedureKind.NORMATIVE_DOCUMENT,
                true,
                Decider.UNIT,
                "主任办公会",
                DocumentMaking.LEGAL_UNIT));
        making.comment(titled, making.today().minusDays(60), making.today().minusDays(5), "");
        making.summarise(titled);
        String review = submitting.measure();
        assertRefused(() -> making.link(titled, review), "procedure.reviewOfAnotherTitle", "reviewCase");
        making.link(number, review);
        String second = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        assertRefused(() -> making.link(second, review), "procedure.reviewOfAnotherProcedure", "reviewCase");
    }

    @Test
    void nobody_reviews_the_legality_of_the_own_draft() {
        String number = making.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);

        Optional<Refusal> refusal =
                handling.sayLegality(number, Legality.LAWFUL, "合法。", making.today(), making.text("意见书.txt"), "chenyu");

        assertThat(refusal).map(Refusal::key).contains("procedure.conflict");
        assertThat(procedures.get(number).opinions()).isEmpty();
    }

    @Test
    void a_step_that_is_late_is_marked_and_found() {
        String number = making.deliberable(ProcedureKind.NORMATIVE_DOCUMENT, making.passed());
        making.deliberate(number, "ADOPTED");
        assertThat(procedures.get(number).isLate(clock.instant())).isFalse();
        clock.advance(Duration.ofDays(40));
        try {
            assertThat(procedures.get(number).isLate(clock.instant())).isTrue();
            assertThat(web.session("liufang").get("/procedures?late=true").body())
                    .contains(number);
            making.publish(number);
            making.file(number);
        } finally {
            clock.reset();
        }
        ProcedureStep published = procedures.get(number).steps().stream()
                .filter(step -> step.step() == StepKind.PUBLISH)
                .findFirst()
                .orElseThrow();
        assertThat(published.isLate(clock.instant())).isTrue();
        assertThat(web.session("liufang").get("/procedures?late=true").body()).doesNotContain(number);
    }

    @Test
    void a_form_that_lacks_something_says_so_at_the_field_and_keeps_what_was_typed() {
        Visitor drafter = web.session("chenyu");
        var answer = drafter.submit(
                "/procedures",
                Map.of("title", "关于某事的通知", "kind", "MAJOR_DECISION", "decider", "UNIT", "_csrf", drafter.csrf()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("关于某事的通知", "请填写审议会议", "请选择合法性审查单位", "请选择是否与市场主体生产经营密切相关");
    }

    private static void assertRefused(Runnable act, String key, String field) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.key()).isEqualTo(key);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
