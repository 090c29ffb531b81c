package org.fairreview.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.ContractDraft;
import org.fairreview.legaladvice.Contracts;
import org.fairreview.legaladvice.LegalAdvice;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** The people of the joint review, each doing their step: Wang Min, Liu Fang, Zhao Lei, Zhang Wei. */
@TestComponent
public class JointReview {

    public static final String CHECK = "Task_CheckCompleteness";
    public static final String SUPPLEMENT = "Task_SupplementMaterials";
    public static final String ASSIGN = "Task_AssignReviewer";
    public static final String REVIEW = "Task_ReviewMeasure";
    public static final String OPINION = "Task_GiveOpinion";
    public static final String DRAFT = "Task_DraftConclusion";
    public static final String SIGN = "Task_SignConclusion";
    public static final String SEAL = "Task_SealConclusion";
    public static final String DELIVER = "Task_DeliverConclusion";
    public static final String HEAR = "Task_SupplyHearing";
    public static final String OVERDUE = "Task_DecideReturn";
    public static final String AMEND = "Task_AmendDraft";
    public static final String REVISE = "Task_ReviseMeasure";
    public static final String ISSUE = "Task_RegisterIssue";

    private final ProcessDriver process;
    private final Submitting submitting;
    private final CaseFile cases;
    private final Measures measures;
    private final Texts texts;
    private final LegalAdvices advices;
    private final Advisers advisers;
    private final Contracts contracts;
    private final Clock clock;

    JointReview(
            ProcessDriver process,
            Submitting submitting,
            CaseFile cases,
            Measures measures,
            Texts texts,
            LegalAdvices advices,
            Advisers advisers,
            Contracts contracts,
            Clock clock) {
        this.process = process;
        this.submitting = submitting;
        this.cases = cases;
        this.measures = measures;
        this.texts = texts;
        this.advices = advices;
        this.advisers = advisers;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** A case that Zhao Lei reviews. */
    public String inReview() {
        String number = submitting.measure();
        accept(number);
        assign(number, "zhaolei");
        return number;
    }

    /** A case whose draft waits for the section head. */
    public String inSigning() {
        String number = submitting.measure();
        walkToSigning(number, "wangmin", "liufang", "zhaolei");
        return number;
    }

    /** A case in which the drafting unit is asked for a supplement. */
    public String supplementAsked() {
        String number = submitting.measure();
        process.complete(number, CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充听取意见的说明"));
        return number;
    }

    /** Takes a submitted case without findings to its first signer, by the people of its regulator. */
    public void walkToSigning(String number, String clerk, String head, String reviewer) {
        process.complete(number, CHECK, clerk, Map.of("decision", "ACCEPTED"));
        process.answer(number, ASSIGN, head, Map.of("reviewer", reviewer));
        review(number, reviewer, List.of());
        draft(number, reviewer, "CONFORMS", List.of(), "");
    }

    public void accept(String number) {
        process.complete(number, CHECK, "wangmin", Map.of("decision", "ACCEPTED"));
    }

    public void assign(String number, String reviewer) {
        process.answer(number, ASSIGN, "liufang", Map.of("reviewer", reviewer));
    }

    public void review(String number, String userId, List<Map<String, Object>> findings) {
        process.answer(number, REVIEW, userId, Map.of("findings", findings, "adviceWanted", false));
    }

    /** A finding at the words, which stand in the measure's body. */
    public Map<String, Object> finding(String number, String words, String item, Map<String, Object> more) {
        String file = measures.version(cases.get(number).versionId())
                .reviewedFiles()
                .get(0)
                .sha256();
        Passage passage = texts.passages(file).stream()
                .filter(candidate -> candidate.text().contains(words))
                .findFirst()
                .orElseThrow();
        int start = passage.start() + passage.text().indexOf(words);
        Map<String, Object> finding = new HashMap<>();
        finding.put("fileSha256", file);
        finding.put("address", passage.address());
        finding.put("startOffset", start);
        finding.put("endOffset", start + words.length());
        finding.put("quotation", words);
        finding.put("item", item);
        finding.put("reason", "限制了外地经营者");
        finding.put("requiredChange", "删除该限制");
        finding.putAll(more);
        return finding;
    }

    /** The findings of the case as they were carried into the present round, for the review form. */
    public List<Map<String, Object>> carried(String number) {
        return cases.findings(number).stream().map(JointReview::asWritten).toList();
    }

    private static Map<String, Object> asWritten(Finding finding) {
        Map<String, Object> written = new HashMap<>();
        written.put("id", finding.id());
        written.put("fileSha256", finding.fileSha256());
        written.put("address", finding.address());
        written.put("startOffset", finding.startOffset());
        written.put("endOffset", finding.endOffset());
        written.put("quotation", finding.quotation());
        written.put("item", finding.item());
        written.put("subItem", finding.subItem());
        written.put("reason", finding.reason());
        written.put("requiredChange", finding.requiredChange());
        written.put("legalBasis", finding.legalBasis());
        written.put("legalBasisSource", finding.legalBasisSource());
        written.put("specificOperator", finding.specificOperator());
        return written;
    }

    /** The decision that every finding must be changed. */
    public List<Map<String, Object>> changes(String number) {
        return cases.findings(number).stream()
                .map(finding -> Map.<String, Object>of("id", finding.id(), "disposition", "CHANGE_REQUIRED"))
                .toList();
    }

    public void draft(String number, String conclusion, List<Map<String, Object>> decisions, String advice) {
        draft(number, "zhaolei", conclusion, decisions, advice);
    }

    public void draft(
            String number, String userId, String conclusion, List<Map<String, Object>> decisions, String advice) {
        process.answer(
                number,
                DRAFT,
                userId,
                Map.of(
                        "step",
                        "SIGN",
                        "decisions",
                        decisions,
                        "conclusion",
                        conclusion,
                        "hearing",
                        "起草单位书面征求了企业和协会意见,并说明了采纳情况。",
                        "firstOpinion",
                        "起草单位已提交初审意见。",
                        "reasoning",
                        "理由如上。",
                        "workAdvice",
                        advice,
                        "adoptions",
                        adoptions(number)));
    }

    /** What an adviser answers to one question. */
    public static Map<String, Object> opinion(String text) {
        return Map.of("opinions", List.of(Map.of("opinion", text)), "assessment", "WITH_CHANGES");
    }

    /** A contract on which Zhao Lei asks; null leaves the choice of the adviser to the load. */
    public String contract(@Nullable String wished) {
        return process.as("zhaolei", () -> {
            Contracts.Submitted made = contracts.submit(
                    new ContractDraft(
                            "信息系统维护服务合同",
                            "襄阳云鹤信息技术有限公司",
                            "128000.50",
                            List.of("违约责任是否对等？"),
                            wished,
                            List.of(submitting.upload("zhaolei", "u01", "合同.txt", "维护服务合同"))),
                    process.actor("zhaolei"));
            if (made.number() == null) {
                throw new AssertionError(made.refusal());
            }
            return made.number();
        });
    }

    /** Lets the adviser stand aside, and forgets the conflict: others of the shared database are to ask that one again. */
    public void standAside(String number, String userId, String reason) {
        process.answer(number, OPINION, userId, Map.of("declined", true, "declineReason", reason));
        endConflicts(userId);
    }

    public void endConflicts(String userId) {
        process.as(userId, () -> {
            advisers.conflictsOf(List.of(userId)).forEach(conflict -> advisers.endConflict(conflict.id()));
            return null;
        });
    }

    /** That every opinion of which somebody has to say it is adopted. */
    public List<Map<String, Object>> adoptions(String number) {
        return advices.of(number).stream()
                .filter(LegalAdvice::awaitsAdoption)
                .map(advice -> Map.<String, Object>of("advice", advice.id(), "adopted", "ADOPTED"))
                .toList();
    }

    public void sign(String number, String userId) {
        process.answer(number, SIGN, userId, Map.of("agreed", true));
    }

    public void back(String number, String userId, int place, String reason) {
        process.answer(number, SIGN, userId, Map.of("agreed", false, "remark", reason, "backTo", place));
    }

    /** Both signers agree, the document is made. */
    public void signOff(String number) {
        sign(number, "liufang");
        sign(number, "zhangwei");
        process.runJobs(number);
    }

    public void seal(String number) {
        process.answer(number, SEAL, "wangmin", Map.of("sealedOn", today(), "scan", submitting.scan("wangmin")));
    }

    public void deliver(String number) {
        process.complete(
                number, DELIVER, "wangmin", Map.of("deliveredOn", today(), "deliveredTo", "陈宇", "way", "BY_HAND"));
    }

    /** Takes a case in the signers' hands to the drafting unit's. */
    public void toDelivery(String number) {
        signOff(number);
        seal(number);
        deliver(number);
    }

    /** The drafting unit submits its next version in a task: another body, and what it says with it. */
    public void nextVersion(String number, String taskKey, String userId, String body) {
        process.answer(number, taskKey, userId, version(userId, body));
    }

    /** The drafting unit submits its next version after a conclusion. */
    public void resubmit(String number, String body) {
        resubmit(number, "chenyu", body);
    }

    public void resubmit(String number, String userId, String body) {
        Map<String, Object> answer = new HashMap<>(version(userId, body));
        answer.put("revision", "RESUBMITTED");
        process.answer(number, REVISE, userId, answer);
    }

    /** The drafting unit gives the measure up after a conclusion. */
    public void giveUp(String number, String reason) {
        process.answer(
                number,
                REVISE,
                "chenyu",
                Map.of(
                        "revision", "GIVEN_UP",
                        "reason", reason,
                        "files", List.of(),
                        "hearing", "",
                        "adoption", "",
                        "firstOpinion", ""));
    }

    private Map<String, Object> version(String userId, String body) {
        return Map.of(
                "files",
                List.of(
                        Map.of("role", "BODY", "fileId", submitting.upload(userId, "u02", "修改稿.txt", another(body))),
                        Map.of("role", "HEARING", "fileId", submitting.upload(userId, "u02", "意见.txt", "企业无意见"))),
                "heard",
                true,
                "hearing",
                "补充征求了企业意见",
                "adoption",
                "已采纳",
                "firstOpinion",
                "修改后符合标准");
    }

    /** The drafting unit registers that the measure was issued with the given text. */
    public void issue(String number, String body) {
        issue(number, "chenyu", body);
    }

    public void issue(String number, String userId, String body) {
        issue(number, userId, "汉江政办发〔2026〕8号", body);
    }

    public void issue(String number, String userId, String documentNumber, String body) {
        process.answer(
                number,
                ISSUE,
                userId,
                Map.of(
                        "outcome",
                        "ISSUED",
                        "number",
                        documentNumber,
                        "issuedOn",
                        today(),
                        "link",
                        "https://example.invalid/8",
                        "text",
                        submitting.upload(userId, "u02", "印发稿.txt", body)));
    }

    /** A draft that concludes on an exception, to its last day or until its condition. */
    public void draftException(String number, String endsOn, String endCondition) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "step", "SIGN",
                "decisions",
                        cases.findings(number).stream()
                                .map(finding -> Map.of("id", finding.id(), "disposition", "EXCEPTED"))
                                .toList(),
                "conclusion", "EXCEPTION",
                "hearing", "已征求",
                "firstOpinion", "已初审",
                "reasoning", "符合例外规定",
                "workAdvice", ""));
        answer.putAll(Map.of(
                "exceptionCase", "PUBLIC_INTEREST",
                "effect", "限制外地经营者进入",
                "ground", "为救灾所需",
                "leastHarm", "没有影响更小的办法",
                "endCondition", endCondition,
                "periodReason", "救灾期间",
                "other", "无"));
        answer.put("adoptions", adoptions(number));
        if (!endsOn.isEmpty()) {
            answer.put("endsOn", endsOn);
        }
        process.answer(number, DRAFT, "zhaolei", answer);
    }

    /** A next version is another text. */
    private static String another(String body) {
        return body.equals(SampleMeasure.BODY) ? body + "\n第十条 本措施由起草单位负责解释。\n" : body;
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
