package org.fairreview.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.Issuance;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.Letters.Beginning;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.OpinionRecalls;
import org.fairreview.review.Submission;
import org.fairreview.review.Submissions;
import org.springframework.boot.test.context.TestComponent;

/** Lives of cases which together pass by every task and every sequence flow of every model. */
@TestComponent
public class Stories {

    public static final String REVIEW_OWN = "Task_ReviewOwnMeasure";
    public static final String DRAFT_OWN = "Task_DraftOwnConclusion";
    public static final String AMEND_OWN = "Task_AmendOwnDraft";
    public static final String SIGN_OWN = "Task_SignOwnReview";
    public static final String SEAL_OWN = "Task_SealOwnForm";
    public static final String HIGHER_OPINION = "Task_GiveHigherOpinion";
    public static final String REPORT = "Task_SubmitReport";
    public static final String ACCEPT_REPORT = "Task_AcceptReport";
    public static final String REASSESS = "Task_ReassessException";
    public static final String NAME_ADVISER = "Task_NameAdviser";
    public static final String STOP_NOTICE = "Task_ServeStopNotice";

    /** A unit of the demo in which nobody has an account. */
    public static final String UNIT_WITHOUT_ACCOUNTS = "u07";

    private static final String AMENDED = SampleMeasure.BODY.replace(SampleMeasure.STAY_TEN_YEARS, "企业自主迁移");

    private final ProcessDriver process;
    private final Submitting submitting;
    private final JointReview people;
    private final Members members;
    private final Correspondence letters;
    private final LetterIssuing issuing;
    private final Reporting complaints;
    private final Submissions submissions;
    private final ExceptionTerms terms;
    private final OpinionRecalls recalls;
    private final Evaluations evaluations;
    private final LegalAdvices advices;
    private final LegacyCampaign legacy;
    private final Inbox inbox;
    private final Rounds rounds;
    private final SpotChecking spots;
    private final DocumentMaking documents;
    private final Clock clock;

    /** A story with the name by which a failure calls it. */
    public record Story(String name, Runnable told) {}

    Stories(
            ProcessDriver process,
            Submitting submitting,
            JointReview people,
            Members members,
            Correspondence letters,
            LetterIssuing issuing,
            Reporting complaints,
            Submissions submissions,
            ExceptionTerms terms,
            OpinionRecalls recalls,
            Evaluations evaluations,
            LegalAdvices advices,
            LegacyCampaign legacy,
            Inbox inbox,
            Rounds rounds,
            SpotChecking spots,
            DocumentMaking documents,
            Clock clock) {
        this.process = process;
        this.submitting = submitting;
        this.people = people;
        this.members = members;
        this.letters = letters;
        this.issuing = issuing;
        this.complaints = complaints;
        this.submissions = submissions;
        this.terms = terms;
        this.recalls = recalls;
        this.evaluations = evaluations;
        this.advices = advices;
        this.legacy = legacy;
        this.inbox = inbox;
        this.rounds = rounds;
        this.spots = spots;
        this.documents = documents;
        this.clock = clock;
    }

    public List<Story> all() {
        return List.of(
                new Story("a measure with a supplement, all opinions and every way back", this::everyOpinion),
                new Story("a measure on which members keep silent and disagree", this::membersDisagree),
                new Story("a measure on which no member has to be asked", this::noMemberAsked),
                new Story("a measure on which members answer on paper or not at all", this::onPaper),
                new Story("a county's measure on which members are asked without an office", this::withoutOffice),
                new Story("a measure on which nobody was heard, sent back in the end", this::neverComplete),
                new Story("a measure of a unit without accounts, issued under an exception", this::onBehalf),
                new Story("a measure changed during the review and then given up", this::givenUp),
                new Story("a measure changed after the conclusion and not issued", this::changed),
                new Story("a measure that the clerk finds out of scope", this::notInScope),
                new Story("a measure that its drafter states to be out of scope", this::outOfScope),
                new Story("a measure taken back", this::withdrawn),
                new Story("a county's measure on which the city is asked", this::higher),
                new Story("a measure that its department reviews by itself", this::own),
                new Story("a measure for which no adviser is left", this::nobodyLeft),
                new Story("an exception renewed", this::renewed),
                new Story("an evaluation taken back", this::recalledEvaluation),
                new Story("an exception over before anybody answers", this::over),
                new Story("a measure in force that is kept after every return", this::kept),
                new Story("a government's measure, checked in full and repealed", this::repealed),
                new Story("a measure in force that is revised", this::revisedMeasure),
                new Story("a clean-up in which nobody is late, and one whose deadline is put off", this::deadlines),
                new Story("a measure in force of a unit without accounts", this::ofUnitWithoutAccounts),
                new Story("a clean-up in which a unit is late and gets a letter", this::late),
                new Story("an interview whose ground goes before it is delivered", this::letterWithoutGround),
                new Story("a letter sent back, answered with more time, and put right", this::letterPutRight),
                new Story("a letter that comes to nothing, and the report that follows", this::letterNotPutRight),
                new Story(
                        "a county's letter that a case wants, numbered by its office and overdue", this::letterOverdue),
                new Story("a letter taken back", this::letterTakenBack),
                new Story(
                        "a lead that is checked and leads to a letter, and one in which nothing is found", this::leads),
                new Story("visits with and without leads, and one withdrawn", this::visits),
                new Story("a spot check in which two disagree, late, reported twice", this::spotCheckWithProblems),
                new Story(
                        "a spot check that finds nothing, a plan that is refused, and one that is given up",
                        this::spotCheckWithout),
                new Story("a document whose file was incomplete, changed and filed", this::documentFiled),
                new Story("a decision that a meeting changed, sent back and given up", this::decisionGivenUp),
                new Story("a document that a meeting does not adopt", this::documentNotAdopted),
                new Story("a complaint that is found right, sent back by a signer, and answered", this::complaintRight),
                new Story("an anonymous complaint of a county that is found wrong", this::complaintWrong),
                new Story("complaints that are not verified, sent on or not supplied", this::complaintsSentOn));
    }

    private void leads() {
        inbox.check(
                inbox.checking("关于线索发函的故事"),
                "zhaolei",
                Map.of("report", "要求本地注册。", "checkOutcome", "LETTER", "addresseeUnit", "u03"));
        inbox.check(
                inbox.checking("关于线索无问题的故事"), "zhaolei", Map.of("report", "未发现问题。", "checkOutcome", "NOTHING_FOUND"));
    }

    private void visits() {
        String plan = rounds.plan(rounds.point(), rounds.point(), rounds.point());
        rounds.record(plan + "-001", rounds.visited("关于走访线索的故事"));
        rounds.record(plan + "-002", rounds.visited(""));
        rounds.withdraw(plan);
    }

    private void everyOpinion() {
        String number = submitting.measure();
        check(number, "SUPPLEMENT");
        people.nextVersion(number, JointReview.SUPPLEMENT, "chenyu", SampleMeasure.BODY);
        people.accept(number);
        people.assign(number, "zhaolei");
        process.answer(number, JointReview.REVIEW, "zhaolei", questions());
        people.standAside(number, "xulaw", "曾为起草单位提供服务。");
        process.answer(number, JointReview.OPINION, "gonglaw", JointReview.opinion("依据充分。"));
        members.finance(number, "WANTS_CHANGES", "建议明确补贴标准。");
        process.answer(
                number,
                REPORT,
                "pinggu",
                Map.of("summary", "影响较小。", "report", submitting.upload("pinggu", "u08", "报告.txt", "评估报告")));
        process.answer(
                number,
                ACCEPT_REPORT,
                "zhaolei",
                Map.of("acceptance", "RETURNED", "returnReason", "请补充数据来源。", "uses", List.of()));
        process.answer(number, REPORT, "pinggu", report());
        process.answer(
                number,
                ACCEPT_REPORT,
                "zhaolei",
                Map.of("acceptance", "ACCEPTED", "uses", List.of(Map.of("place", 0, "use", "REVIEW"))));
        step(number, JointReview.DRAFT, "zhaolei", "REVIEW_AGAIN", "");
        people.review(number, "zhaolei", List.of());
        people.draft(number, "CONFORMS", List.of(), "");
        people.back(number, "liufang", -1, "请补充理由。");
        people.draft(number, "CONFORMS", List.of(), "");
        people.toDelivery(number);
        people.issue(number, SampleMeasure.BODY);
    }

    private void membersDisagree() {
        String number = people.inReview();
        members.want(number, "补贴是否可行？");
        members.choose(number, Members.FINANCE);
        process.fireTimers(number);
        process.complete(number, Members.DECIDE, Members.OFFICE, Map.of("decision", "ASK_AGAIN"));
        members.answer(number, Members.FINANCE, "caocz", "DISAGREES", "没有预算安排。");
        members.summarise(number, "NOT_ADOPTED");
        process.answer(number, Members.OVERRULE, "zhangwei", Map.of("agreed", false, "remark", "请再与财政局商量。"));
        members.summarise(number, "NOT_ADOPTED");
        process.answer(number, Members.OVERRULE, "zhangwei", Map.of("agreed", true));
        people.draft(number, "CONFORMS", List.of(), "");
    }

    private void onPaper() {
        String number = people.inReview();
        members.want(number, "补贴是否可行？");
        members.choose(number, "u35", "u37", "u38");
        members.answer(number, "u35", Members.OFFICE, "AGREES", "");
        process.fireTimers(number);
        process.complete(number, Members.DECIDE, Members.OFFICE, Map.of("decision", "GO_ON", "reason", "时间紧。"));
        members.summarise(number, "ADOPTED");
    }

    /** A county whose conference has no office. */
    private void withoutOffice() {
        String number = submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
        process.complete(number, JointReview.CHECK, "fcclerk", Map.of("decision", "ACCEPTED"));
        process.answer(number, JointReview.ASSIGN, "fchead", Map.of("reviewer", "fcclerk"));
        members.want(number, "fcclerk", "补贴是否可行？");
        process.answer(number, Members.CHOOSE, "fchead", Members.chosen("u13"));
        process.fireTimers(number);
        process.complete(number, Members.DECIDE, "fchead", Map.of("decision", "ASK_AGAIN"));
        members.answer(number, "u13", "fchead", "AGREES", "");
        process.answer(number, Members.SUMMARISE, "fchead", Map.of("treatments", List.of(), "summary", "无意见。"));
    }

    private void noMemberAsked() {
        String number = people.inReview();
        members.want(number, "补贴是否可行？");
        process.answer(number, Members.CHOOSE, Members.OFFICE, Map.of("members", List.of(), "notNeeded", "已当面征求。"));
    }

    private void neverComplete() {
        String number = submitting.unheard();
        check(number, "SUSPENDED");
        process.fireTimers(number);
        process.complete(number, JointReview.OVERDUE, "wangmin", Map.of("decision", "EXTEND"));
        people.nextVersion(number, JointReview.HEAR, "chenyu", SampleMeasure.BODY);
        check(number, "SUPPLEMENT");
        process.fireTimers(number);
        process.complete(number, JointReview.OVERDUE, "wangmin", Map.of("decision", "RETURN", "reason", "逾期未补正。"));
    }

    private void onBehalf() {
        Submission heard =
                submitting.submission("wangmin", UNIT_WITHOUT_ACCOUNTS, Issuance.GOVERNMENT, SampleMeasure.BODY);
        String number = submit("wangmin", unheard(heard));
        check(number, "SUSPENDED");
        people.nextVersion(number, JointReview.HEAR, "wangmin", SampleMeasure.BODY);
        check(number, "SUPPLEMENT");
        people.nextVersion(number, JointReview.SUPPLEMENT, "wangmin", SampleMeasure.BODY);
        people.accept(number);
        people.assign(number, "zhaolei");
        people.review(number, "zhaolei", List.of(stays(number)));
        step(number, JointReview.DRAFT, "zhaolei", "ASK_CHANGE", "请修改迁移限制。");
        people.nextVersion(number, JointReview.AMEND, "wangmin", SampleMeasure.BODY + "\n第九条 另行解释。\n");
        people.review(number, "zhaolei", people.carried(number));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        people.resubmit(number, "wangmin", SampleMeasure.BODY + "\n第十条 另行通知。\n");
        people.accept(number);
        people.assign(number, "zhaolei");
        people.review(number, "zhaolei", people.carried(number));
        people.draftException(number, inNinetyDays(), "");
        people.toDelivery(number);
        people.issue(number, "wangmin", SampleMeasure.BODY);
        process.fireTimers(number);
        reassess(number, "wangmin", "STOP");
        process.fireTimers(number);
        serveNotice(number);
    }

    private void givenUp() {
        String number = people.inReview();
        people.review(
                number,
                "zhaolei",
                List.of(
                        stays(number),
                        people.finding(
                                number,
                                SampleMeasure.REGISTERED_HERE,
                                "10(2)",
                                Map.of("legalBasis", "NONE", "specificOperator", true))));
        step(number, JointReview.DRAFT, "zhaolei", "ASK_CHANGE", "请修改迁移限制。");
        people.nextVersion(number, JointReview.AMEND, "chenyu", SampleMeasure.BODY + "\n第九条 另行解释。\n");
        people.review(number, "zhaolei", people.carried(number));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        people.giveUp(number, "不再出台。");
    }

    private void changed() {
        String number = people.inSigning();
        people.toDelivery(number);
        process.answer(number, JointReview.ISSUE, "chenyu", Map.of("outcome", "CHANGED", "reason", "增加了补贴条款。"));
        people.resubmit(number, AMENDED);
        people.walkToSigning(number, "wangmin", "liufang", "zhaolei");
        people.toDelivery(number);
        process.answer(number, JointReview.ISSUE, "chenyu", Map.of("outcome", "GIVEN_UP", "reason", "暂不出台。"));
    }

    private void nobodyLeft() {
        for (boolean named : List.of(true, false)) {
            String number = people.inReview();
            process.answer(
                    number,
                    JointReview.REVIEW,
                    "zhaolei",
                    Map.of("findings", List.of(), "adviceWanted", true, "adviceQuestion", "依据是否充分？"));
            everybodyStandsAside(number);
            if (named) {
                process.answer(number, NAME_ADVISER, "liufang", Map.of("adviser", "gonglaw"));
                process.answer(number, JointReview.OPINION, "gonglaw", JointReview.opinion("依据充分。"));
            } else {
                process.as(
                        "zhaolei",
                        () -> recalls.recall(
                                number, advices.of(number).get(0).id(), "没有合适的法律顾问。", process.actor("zhaolei")));
            }
        }
    }

    private void everybodyStandsAside(String number) {
        for (int advisers = 0; advisers < 2; advisers++) {
            String asked = process.task(number, JointReview.OPINION).getAssignee();
            people.standAside(number, asked, "曾为起草单位提供服务。");
        }
    }

    private void notInScope() {
        check(submitting.measure(), "OUT_OF_SCOPE");
    }

    private void outOfScope() {
        Submission told = submitting.submission("chenyu", "u02", Issuance.GOVERNMENT, SampleMeasure.BODY);
        submit(
                "chenyu",
                new Submission(
                        told.draftingUnitId(), told.facts(), told.statement(), told.files(), "仅规范内部办公用品领用。", null));
    }

    private void withdrawn() {
        String number = people.inSigning();
        process.as("chenyu", () -> submissions.withdraw(number, "暂缓制定。", process.actor("chenyu")));
    }

    private void higher() {
        String number = submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
        process.complete(number, JointReview.CHECK, "fcclerk", Map.of("decision", "ACCEPTED"));
        process.answer(number, JointReview.ASSIGN, "fchead", Map.of("reviewer", "fcclerk"));
        process.answer(
                number,
                JointReview.REVIEW,
                "fcclerk",
                Map.of(
                        "findings",
                        List.of(),
                        "adviceWanted",
                        false,
                        "higherWanted",
                        true,
                        "higherQuestion",
                        "该补贴是否构成选择性补贴？"));
        process.complete(number, HIGHER_OPINION, "zhaolei", Map.of("position", "DISAGREES", "opinion", "构成选择性补贴。"));
    }

    private void own() {
        String number = submitting.measure("chenyu", "u02", Issuance.DEPARTMENT, SampleMeasure.BODY);
        reviewOwn(number);
        step(number, DRAFT_OWN, "chenyu", "REVIEW_AGAIN", "");
        reviewOwn(number);
        step(number, DRAFT_OWN, "chenyu", "ASK_CHANGE", "请修改迁移限制。");
        people.nextVersion(number, AMEND_OWN, "chenyu", AMENDED);
        reviewOwn(number);
        draftOwn(number);
        process.answer(number, SIGN_OWN, "tangxin", Map.of("agreed", false, "remark", "请补充理由。", "backTo", -1));
        draftOwn(number);
        process.answer(number, SIGN_OWN, "tangxin", Map.of("agreed", true));
        process.answer(number, SIGN_OWN, "luohui", Map.of("agreed", true));
        process.runJobs(number);
        process.answer(
                number, SEAL_OWN, "chenyu", Map.of("sealedOn", today().toString(), "scan", submitting.scan("chenyu")));
        process.answer(number, JointReview.ISSUE, "chenyu", Map.of("outcome", "CHANGED", "reason", "增加了补贴条款。"));
        people.resubmit(number, SampleMeasure.BODY);
    }

    private void renewed() {
        String number = excepted("", "灾后重建完成。");
        process.fireTimers(number);
        reassess(number, "chenyu", "CONDITION_NOT_MET");
        process.fireTimers(number);
        reassess(number, "chenyu", "RENEW");
        process.fireTimers(number);
        process.fireTimers(number);
        reassess(number, "chenyu", "RENEW");
        String renewal = terms.get(number).successorCase().orElseThrow();
        people.walkToSigning(renewal, "wangmin", "liufang", "zhaolei");
        people.toDelivery(renewal);
        process.fireTimers(number);
    }

    private void over() {
        String number = excepted(inNinetyDays(), "");
        process.fireTimers(number);
        process.fireTimers(number);
        serveNotice(number);
    }

    // ---- steps

    private String submit(String userId, Submission submission) {
        return process.as(userId, () -> submissions.submit(submission, process.actor(userId)));
    }

    private static Submission unheard(Submission heard) {
        return new Submission(
                heard.draftingUnitId(),
                heard.facts(),
                new DraftersStatement(false, "时间紧，未征求意见。", "", "经初审，未发现违反标准的内容。"),
                heard.files());
    }

    private void check(String number, String decision) {
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", decision, "missing", "请补充说明。"));
    }

    /** What a reviewer asks everybody who can be asked in the city. */
    private static Map<String, Object> questions() {
        Map<String, Object> answer = new HashMap<>(Map.of("findings", List.of()));
        answer.putAll(Map.of("adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "依据是否充分？"));
        answer.putAll(Map.of("consultationWanted", true, "memberUnit", "u06", "consultationQuestion", "补贴是否可行？"));
        answer.putAll(Map.of(
                "evaluationWanted",
                true,
                "evaluatorUnit",
                "u08",
                "evaluationPurpose",
                "EXPECTED_EFFECT",
                "evaluationQuestion",
                "请评估预期影响。"));
        return answer;
    }

    /** A report with one finding. */
    private Map<String, Object> report() {
        return Map.of(
                "summary",
                "影响较小。",
                "report",
                submitting.upload("pinggu", "u08", "报告.txt", "评估报告第二稿"),
                "findings",
                List.of(Map.of(
                        "quotation",
                        SampleMeasure.STAY_TEN_YEARS,
                        "item",
                        "9(1)",
                        "effect",
                        "限制企业迁移。",
                        "suggestion",
                        "删除。")));
    }

    private void recalledEvaluation() {
        String number = people.inReview();
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of(
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
        recalls.recall(number, evaluations.of(number).get(0).id(), "机构无法承接。", process.actor("zhaolei"));
    }

    private Map<String, Object> stays(String number) {
        return people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of());
    }

    /** What a reviewer does instead of sending the draft to the signers. */
    private void step(String number, String taskKey, String userId, String step, String changeAsked) {
        process.answer(
                number,
                taskKey,
                userId,
                Map.of(
                        "step", step,
                        "decisions", List.of(),
                        "hearing", "",
                        "firstOpinion", "",
                        "reasoning", "",
                        "workAdvice", "",
                        "changeAsked", changeAsked));
    }

    private void reviewOwn(String number) {
        process.answer(number, REVIEW_OWN, "chenyu", Map.of("findings", List.of(), "adviceWanted", false));
    }

    private void draftOwn(String number) {
        process.answer(
                number,
                DRAFT_OWN,
                "chenyu",
                Map.of(
                        "step", "SIGN",
                        "decisions", List.of(),
                        "conclusion", "CONFORMS",
                        "hearing", "已征求。",
                        "firstOpinion", "已初审。",
                        "reasoning", "未发现问题。",
                        "workAdvice", ""));
    }

    /** A measure that is issued under an exception. */
    private String excepted(String endsOn, String condition) {
        String number = people.inReview();
        people.review(number, "zhaolei", List.of(stays(number)));
        people.draftException(number, endsOn, condition);
        people.toDelivery(number);
        people.issue(number, SampleMeasure.BODY);
        return number;
    }

    private void reassess(String number, String userId, String decision) {
        process.complete(number, REASSESS, userId, Map.of("decision", decision, "statement", "实施情况正常。"));
    }

    private void serveNotice(String number) {
        process.runJobs(number);
        process.complete(number, STOP_NOTICE, "wangmin", Map.of("servedOn", today().toString(), "remark", "已签收，停止执行。"));
    }

    private String inNinetyDays() {
        return today().plusDays(90).toString();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void kept() {
        String number = legacy.one(0, LegacyCampaign.UNIT, null);
        legacy.check(number, "KEEP");
        legacy.sign(number, false);
        legacy.check(number, "KEEP");
        legacy.sign(number, true);
        legacy.review(number, false);
        toDecision(number, "KEEP");
        process.answer(
                number,
                LegacyCampaign.DECIDE,
                LegacyCampaign.HEAD,
                Map.of("act", "RETURNED", "outcomeReason", "请说明为什么继续有效。"));
        toDecision(number, "KEEP");
        legacy.decide(number, "KEEP");
        legacy.publish(legacy.campaignOf(number).number());
    }

    private void toDecision(String number, String outcome) {
        legacy.check(number, outcome);
        legacy.sign(number, true);
        legacy.review(number, true);
    }

    private void repealed() {
        String number = legacy.one(100, null, "第一条 企业自主迁移。");
        String campaign = legacy.campaignOf(number).number();
        legacy.check(number, "REPEAL");
        legacy.sign(number, true);
        legacy.recheck(number, true);
        legacy.register(number, "REPEAL");
        legacy.publish(campaign);
        legacy.announce(number);
        legacy.confirm(number, false);
        legacy.announce(number);
        legacy.confirm(number, true);
    }

    private void revisedMeasure() {
        String number = legacy.one(0, LegacyCampaign.UNIT, null);
        toDecision(number, "REVISE");
        legacy.decide(number, "REVISE");
        String issued = people.inReview();
        people.review(issued, "zhaolei", List.of());
        people.draft(issued, "CONFORMS", List.of(), "");
        people.toDelivery(issued);
        people.issue(issued, SampleMeasure.BODY);
        legacy.revise(number, issued);
        legacy.confirm(number, false);
        String withdrawn = submitting.measure();
        legacy.revise(number, withdrawn);
        process.as("chenyu", () -> submissions.withdraw(withdrawn, "不再提请。", process.actor("chenyu")));
    }

    private void deadlines() {
        String number = legacy.one(0, LegacyCampaign.UNIT, null);
        String campaign = legacy.campaignOf(number).number();
        process.fireTimers(campaign);
        legacy.check(number, "KEEP");
        legacy.sign(number, true);
        legacy.afterDeadline(() -> process.fireTimers(campaign));
        legacy.putOff(campaign, letters.today().plusDays(70));
    }

    private void ofUnitWithoutAccounts() {
        String repealed = standingIn("REPEAL", "旧办法");
        process.answer(repealed, LegacyCampaign.ANNOUNCE, LegacyCampaign.CLERK, legacy.announcement());
        legacy.confirm(repealed, true);
        String revised = standingIn("REVISE", "旧规定");
        String review = submitting.measure(
                LegacyCampaign.CLERK, UNIT_WITHOUT_ACCOUNTS, Issuance.GOVERNMENT, SampleMeasure.BODY);
        process.answer(revised, LegacyCampaign.REVISE, LegacyCampaign.CLERK, Map.of("reviewCase", review));
    }

    /** The clerk checks for a unit without accounts, the section head signs, until the government has decided. */
    private String standingIn(String outcome, String title) {
        String number = legacy.ofUnit(UNIT_WITHOUT_ACCOUNTS, title);
        process.answer(
                number,
                LegacyCampaign.CHECK,
                LegacyCampaign.CLERK,
                LegacyCampaign.proposal(outcome, "不再适用。", List.of()));
        process.answer(number, LegacyCampaign.SIGN, "liufang", Map.of("agreed", true, "remark", ""));
        legacy.review(number, true);
        legacy.register(number, outcome);
        return number;
    }

    private void late() {
        String number = legacy.one(0, LegacyCampaign.UNIT, null);
        String campaign = legacy.campaignOf(number).number();
        legacy.afterDeadline(() -> process.fireTimers(campaign));
    }

    private void letterPutRight() {
        String number = letters.begin("rectification", "DRAFTER");
        letters.draft(number, "rectification", "DRAFTER");
        process.answer(number, Correspondence.LOOK, "gonglaw", Map.of("passed", false, "opinion", "请补充依据。"));
        letters.draft(number, "rectification", "DRAFTER");
        letters.look(number);
        process.answer(
                number, Correspondence.SIGN, "liufang", Map.of("agreed", false, "remark", "请补充理由。", "backTo", -1));
        letters.draft(number, "rectification", "DRAFTER");
        letters.look(number);
        letters.signOff(number);
        letters.seal(number, "wangmin");
        letters.deliver(number, "wangmin");
        process.answer(
                number,
                Correspondence.REPLY,
                "chenyu",
                Map.of(
                        "action",
                        "EXTENSION",
                        "extendUntil",
                        letters.today().plusDays(90).toString(),
                        "extendReason",
                        "需要重新征求意见。",
                        "files",
                        List.of()));
        process.answer(number, Correspondence.EXTENSION, "zhaolei", Map.of("granted", true));
        letters.reply(number, "chenyu", "已修订。");
        letters.judge(number, true);
    }

    /** To a unit without accounts, whose paper the clerk registers. */
    private void letterNotPutRight() {
        String number =
                letters.begin("zhaolei", new Beginning("rectification", "DRAFTER", UNIT_WITHOUT_ACCOUNTS, "", "", ""));
        Map<String, Object> draft = Correspondence.drafted("rectification", "DRAFTER");
        draft.put("addresseeUnit", UNIT_WITHOUT_ACCOUNTS);
        draft.put("measures", List.of(Map.of("measure", Correspondence.MEASURE, "drafter", "襄阳市住房和城乡建设局")));
        process.answer(number, Correspondence.DRAFT, "zhaolei", draft);
        letters.look(number);
        letters.signOff(number);
        letters.seal(number, "wangmin");
        letters.deliver(number, "wangmin");
        process.answer(
                number,
                Correspondence.REPLY,
                "wangmin",
                Map.of(
                        "action",
                        "REPLY",
                        "reply",
                        "正在研究。",
                        "repliedOn",
                        letters.today().toString(),
                        "files",
                        List.of()));
        letters.judge(number, false);
        letters.escalate(number, "liufang", "report");
        String report = letters.get(number).escalation().orElseThrow().nextNumber();
        process.answer(
                report,
                Correspondence.DRAFT,
                "zhaolei",
                Map.of(
                        "kind", "report",
                        "addresseeAs", "OWN_GOVERNMENT",
                        "addresseeName", "襄阳市人民政府",
                        "title", "整改督促情况",
                        "facts", "现将整改督促情况报告如下。",
                        "request", "专此报告。",
                        "measures", List.of(),
                        "findings", List.of()));
        letters.signOff(report);
        letters.seal(report, "wangmin");
        letters.deliver(report, "wangmin");
    }

    private void letterOverdue() {
        letters.numberByOffice("r420606");
        String subject = submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
        String number = letters.want("r420606", subject, "u12", "reminder");
        Map<String, Object> draft = Correspondence.drafted("reminder", "DRAFTER");
        draft.put("addresseeUnit", "u12");
        process.answer(number, Correspondence.DRAFT, "fcclerk", draft);
        letters.sign(number, "fchead");
        letters.sign(number, "fcleader");
        process.answer(number, Correspondence.NUMBER, "fcclerk", Map.of("documentNumber", "樊市监函" + number));
        process.runJobs(number);
        letters.seal(number, "fcclerk");
        letters.deliver(number, "fcclerk");
        letters.letLapse(number);
        process.answer(
                number,
                Correspondence.OVERDUE,
                "fcclerk",
                Map.of(
                        "decision", "WAIT",
                        "waitUntil", letters.today().plusDays(7).toString(),
                        "reason", "对方来电说明正在办理。"));
        process.fireTimers(number);
        process.answer(number, Correspondence.OVERDUE, "fcclerk", Map.of("decision", "ESCALATE"));
        letters.escalate(number, "fchead", "NONE");
    }

    /** To an interview, whose ground goes before it is delivered: the county's unit answers at last. */
    private void letterWithoutGround() {
        String urged = letters.ofCounty("rectification");
        letters.letLapse(urged);
        String interview = letters.begin("zhaolei", new Beginning("interview", "DRAFTER", "u12", "", "", urged));
        process.answer(interview, Correspondence.DRAFT, "zhaolei", Correspondence.interview());
        letters.look(interview);
        letters.signOff(interview);
        letters.seal(interview, "wangmin");
        letters.reply(urged, "fcdrafter", "已经修订。");
        letters.deliver(interview, "wangmin");
        process.as("zhaolei", () -> issuing.withdraw(interview, "对方已经整改。", process.actor("zhaolei")));
    }

    /** In a county without a public lawyer of its own, whose head of section does not sign. */
    private void letterTakenBack() {
        letters.set(Correspondence.COUNTY, "letter.legal.rectification", "YES");
        letters.set(Correspondence.COUNTY, "letter.signers.rectification", "签发:LEADER");
        String number = letters.begin("fcclerk", new Beginning("rectification", "DRAFTER", "u12", "", "", ""));
        Map<String, Object> draft = Correspondence.drafted("rectification", "DRAFTER");
        draft.put("addresseeUnit", "u12");
        draft.put("measures", List.of(Map.of("measure", Correspondence.MEASURE, "drafter", "樊城区商务局")));
        process.answer(number, Correspondence.DRAFT, "fcclerk", draft);
        process.answer(number, Correspondence.LOOK, "fchead", Map.of("passed", true));
        process.as("fcclerk", () -> issuing.withdraw(number, "对方已经改正。", process.actor("fcclerk")));
        letters.unset(Correspondence.COUNTY, "letter.signers.rectification");
    }

    private void spotCheckWithProblems() {
        String word = spots.word();
        spots.measures(word, 2);
        String number = spots.drawn(word, 2);
        String agreed = spots.items(number).get(0).number();
        String disagreed = spots.items(number).get(1).number();
        spots.found(agreed);
        spots.record(disagreed, SpotChecking.FIRST, "FOLLOWED", List.of(spots.finding(disagreed)));
        spots.record(disagreed, SpotChecking.SECOND, "FOLLOWED", List.of());
        process.fireTimers(number);
        spots.decide(disagreed, true);
        spots.draft(number);
        spots.signReport(number, false);
        spots.draft(number);
        spots.signReport(number, true);
        spots.toGovernment(number);
        spots.toHigher(number);
        spots.publish(number);
    }

    private void spotCheckWithout() {
        String word = spots.word();
        spots.measures(word, 1);
        spots.signPlan(spots.planned(spots.plan(word, 1, null)), false);
        spots.giveUp(spots.listing(), "公开数字已经公布，名单来不及固定。");
        String number = spots.drawn(word, 1);
        spots.clean(spots.items(number).get(0).number());
        spots.draft(number);
    }

    /** With a supplement, a statement, a refused and a granted extension, and every way back. */
    private void documentFiled() {
        String review = people.inSigning();
        String number = documents.inReviews(ProcedureKind.NORMATIVE_DOCUMENT);
        documents.link(number, review);
        documents.legality(number, "INCOMPLETE");
        documents.supplement(number);
        documents.legality(number, "TO_CHANGE");
        documents.deliver(number, review);
        documents.revise(number, false);
        documents.legality(number, "LAWFUL");
        documents.deliberate(number, "ADOPTED");
        documents.publish(number);
        documents.file(number);
    }

    private void decisionGivenUp() {
        String review = documents.passed();
        String number = documents.opened(ProcedureKind.MAJOR_DECISION, false);
        documents.comment(
                number, documents.today().minusDays(10), documents.today().minusDays(3), "汛期将至。");
        documents.summarise(number);
        documents.link(number, review);
        documents.legality(number, "LAWFUL");
        documents.deliberate(
                number, "ADOPTED_WITH_CHANGES", documents.today(), Map.of("changes", "增加补贴条款。", "material", true));
        documents.revise(number, true);
        documents.resubmitted(review);
        documents.link(number, review);
        documents.legality(number, "LAWFUL");
        documents.deliver(number, review);
        documents.deliberate(number, "ADOPTED");
        documents.sendBack(number);
        documents.giveUp(number);
    }

    private void documentNotAdopted() {
        documents.stop(documents.inReviews(ProcedureKind.NORMATIVE_DOCUMENT));
        String number = documents.deliberable(ProcedureKind.NORMATIVE_DOCUMENT, documents.passed());
        documents.deliberate(number, "NOT_ADOPTED");
    }

    private void complaintRight() {
        Reporting.Receipt receipt = complaints.file(true);
        String number = receipt.number();
        complaints.askSupplement(number, "zhaolei");
        complaints.supplement(receipt);
        complaints.accept(number);
        complaints.state(number, "chenyu");
        complaints.askExtension(number, "zhaolei", 30);
        complaints.decideExtension(number, "zhangwei", true);
        complaints.verify(number, "zhaolei", Reporting.violation());
        complaints.sign(number, "liufang");
        process.answer(number, Reporting.SIGN, "zhangwei", Map.of("agreed", false, "remark", "请补充理由。", "backTo", -1));
        complaints.verify(number, "zhaolei", Reporting.violation());
        complaints.sign(number, "liufang");
        complaints.sign(number, "zhangwei");
        process.runJobs(number);
        complaints.tell(number, Reporting.ANSWER, "zhaolei");
    }

    /** About a unit without a statement, and too late after an extension. */
    private void complaintWrong() {
        String number = complaints.register("wangmin", false).number();
        complaints.accept(number, "zhaolei", UNIT_WITHOUT_ACCOUNTS);
        complaints.askExtension(number, "zhaolei", 10);
        complaints.decideExtension(number, "zhangwei", true);
        process.fireTimers(number);
        process.runJobs(number);
        complaints.afterTerm(() -> {
            process.fireTimers(number);
            process.runJobs(number);
        });
        complaints.verify(number, "zhaolei", Reporting.nothingFound());
        complaints.sign(number, "liufang");
        complaints.sign(number, "zhangwei");
        String stated = complaints.register("wangmin", false).number();
        complaints.accept(stated, "zhaolei", UNIT_WITHOUT_ACCOUNTS);
        complaints.state(stated, "wangmin");
    }

    private void complaintsSentOn() {
        Reporting.Receipt unclear = complaints.file(true);
        complaints.askSupplement(unclear.number(), "zhaolei");
        complaints.supplement(unclear);
        complaints.sendOn(unclear.number(), "zhaolei", "NOT_VERIFIED");
        for (String decision : List.of("OUT_OF_SCOPE", "NOT_COMPETENT", "TRANSFER")) {
            complaints.sendOn(complaints.file(true).number(), "zhaolei", decision);
        }
        complaints.sendOn(complaints.file(false, false, "尚未出台。").number(), "zhaolei", "REFER");
        String lapsed = complaints.file(true).number();
        complaints.askSupplement(lapsed, "zhaolei");
        process.fireTimers(lapsed);
        process.runJobs(lapsed);
        complaints.tell(lapsed, Reporting.SEND_ON, "zhaolei");
    }
}
