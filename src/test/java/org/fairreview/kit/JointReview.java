package org.fairreview.kit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
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

    private final ProcessDriver process;
    private final Submitting submitting;
    private final CaseFile cases;
    private final Measures measures;
    private final Texts texts;
    private final Clock clock;

    JointReview(
            ProcessDriver process, Submitting submitting, CaseFile cases, Measures measures, Texts texts, Clock clock) {
        this.process = process;
        this.submitting = submitting;
        this.cases = cases;
        this.measures = measures;
        this.texts = texts;
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

    /** The decision that every finding must be changed. */
    public List<Map<String, Object>> changes(String number) {
        return cases.findings(number).stream()
                .map(finding -> Map.<String, Object>of("id", finding.id(), "disposition", "CHANGE_REQUIRED"))
                .toList();
    }

    public void draft(String number, String conclusion, List<Map<String, Object>> decisions, String advice) {
        draft(number, "zhaolei", conclusion, decisions, advice);
    }

    private void draft(
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
                        advice));
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

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
