package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.document.FileStore;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.Stage;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The joint review of a new measure, as stories: who does what, and where the case and the token end. */
@ProductTest
class JointReviewScenarioTests {

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    CaseFile cases;

    @Autowired
    Measures measures;

    @Autowired
    FileStore files;

    @Autowired
    CaseClocks clocks;

    @Test
    void a_measure_without_findings_conforms_and_its_sealed_opinion_is_delivered() throws IOException {
        String number = submitting.measure();
        ProcessInstance instance = process.process(number);

        people.accept(number);
        people.assign(number, "zhaolei");
        people.review(number, "zhaolei", List.of());
        people.draft(number, "CONFORMS", List.of(), "");
        people.signOff(number);
        people.seal(number);
        people.deliver(number);

        assertThat(instance).isWaitingAt(JointReview.ISSUE);
        ReviewCase review = cases.get(number);
        assertThat(review.stage()).isEqualTo(Stage.DELIVERED);
        assertThat(review.conclusion()).contains(Conclusion.CONFORMS);
        assertThat(review.documentNumber().orElseThrow()).matches("公竞审〔\\d{4}〕\\d+号");
        assertThat(wordsOf(review)).contains("符合公平竞争审查标准").contains(number).doesNotContain("{{");
        assertThat(clocks.read(number).orElseThrow().endedOn()).isPresent();
    }

    @Test
    void a_measure_that_must_be_changed_does_not_conform_and_the_opinion_names_each_passage() throws IOException {
        String number = people.inReview();
        ProcessInstance instance = process.process(number);

        people.review(
                number,
                "zhaolei",
                List.of(
                        people.finding(
                                number,
                                SampleMeasure.REGISTERED_HERE,
                                "10(2)",
                                Map.of("legalBasis", "NONE", "specificOperator", true, "subItem", "10(2)-3")),
                        people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.signOff(number);
        people.seal(number);
        people.deliver(number);

        assertThat(instance).isWaitingAt(JointReview.REVISE);
        assertThat(cases.get(number).stage()).isEqualTo(Stage.TO_REVISE);
        assertThat(wordsOf(cases.get(number)))
                .contains("不符合公平竞争审查标准")
                .contains("第三条")
                .contains(SampleMeasure.REGISTERED_HERE)
                .contains("第五条")
                .contains("条例第十条第二项");
    }

    @Test
    void the_adviser_is_asked_and_the_opinion_stays_inside() throws IOException {
        String number = people.inReview();

        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of(
                        "findings",
                        List.of(),
                        "adviceWanted",
                        true,
                        "adviser",
                        "xulaw",
                        "adviceQuestion",
                        "第三条的纳税年限是否有上位法依据?"));
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("未查到法律、行政法规依据。"));
        people.draft(number, "CONFORMS_WITH_ADVICE", List.of(), "建议明确补贴的申请条件。");
        people.signOff(number);

        assertThat(wordsOf(cases.get(number)))
                .doesNotContain("徐正")
                .doesNotContain("未查到法律、行政法规依据")
                .contains("建议明确补贴的申请条件");
    }

    @Test
    void a_supplement_stops_the_clock_and_becomes_a_new_version() {
        String number = submitting.measure();
        String first = cases.get(number).versionId();

        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充听取意见的说明"));
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SUPPLEMENT_ASKED);
        assertThat(clocks.read(number).orElseThrow().isStanding()).isTrue();

        String explanation = submitting.upload("chenyu", "u02", "起草说明(补正).txt", SampleMeasure.EXPLANATION + "另附座谈会纪要。");
        process.answer(
                number,
                JointReview.SUPPLEMENT,
                "chenyu",
                Map.of(
                        "files", List.of(Map.of("role", "EXPLANATION", "fileId", explanation)),
                        "heard", true,
                        "hearing", "召开座谈会一次",
                        "adoption", "采纳九条",
                        "firstOpinion", "未发现违反标准的内容"));

        ReviewCase review = cases.get(number);
        assertThat(review.stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(review.versionId()).isNotEqualTo(first);
        assertThat(measures.version(review.versionId()).number()).isEqualTo(2);
        assertThat(measures.version(review.versionId()).manifest())
                .extracting(ManifestEntry::role)
                .containsExactly(FileRole.BODY, FileRole.EXPLANATION);
        assertThat(clocks.read(number).orElseThrow().isStanding()).isFalse();
        assertThat(process.process(number)).isWaitingAt(JointReview.CHECK);
    }

    @Test
    void the_leader_sends_back_and_the_section_head_signs_anew() {
        String number = people.inSigning();
        people.sign(number, "liufang");

        people.back(number, "zhangwei", 0, "请核对补贴条款");
        assertThat(process.task(number, JointReview.SIGN).getName()).isEqualTo("审核");
        people.back(number, "liufang", -1, "请重写理由");
        assertThat(cases.get(number).stage()).isEqualTo(Stage.DRAFTING);

        people.draft(number, "CONFORMS", List.of(), "");
        people.signOff(number);
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SIGNED);
        assertThat(cases.get(number).signatures()).hasSize(5);
    }

    @Test
    void the_reviewer_goes_back_from_the_draft_to_the_text() {
        String number = people.inReview();
        people.review(number, "zhaolei", List.of());

        Map<String, Object> answer = new HashMap<>(Map.of("step", "REVIEW_AGAIN", "decisions", List.of()));
        for (String field : List.of("hearing", "firstOpinion", "reasoning", "workAdvice")) {
            answer.put(field, "");
        }
        process.answer(number, JointReview.DRAFT, "zhaolei", answer);

        assertThat(cases.get(number).stage()).isEqualTo(Stage.IN_REVIEW);
        assertThat(process.process(number)).isWaitingAt(JointReview.REVIEW);
    }

    @Test
    void Reg_18_no_conforming_conclusion_beside_a_required_change() {
        String number = withOneFinding();
        assertRefused(
                "conclusion.conformsWithRequiredChange",
                () -> people.draft(number, "CONFORMS", people.changes(number), ""));
    }

    @Test
    void Reg_18_no_conclusion_with_an_open_finding() {
        String number = withOneFinding();
        assertRefused("finding.stillOpen", () -> people.draft(number, "DOES_NOT_CONFORM", List.of(), ""));
    }

    @Test
    void Reg_10_a_finding_answers_the_legal_basis_question() {
        String number = people.inReview();
        assertRefused(
                "finding.legalBasisUnanswered",
                () -> people.review(
                        number,
                        "zhaolei",
                        List.of(people.finding(
                                number, SampleMeasure.REGISTERED_HERE, "10(2)", Map.of("specificOperator", true)))));
    }

    @Test
    void Measures_46_a_finding_answers_the_question_of_the_specific_operator() {
        String number = people.inReview();
        assertRefused(
                "finding.specificOperatorUnanswered",
                () -> people.review(
                        number,
                        "zhaolei",
                        List.of(people.finding(
                                number, SampleMeasure.REGISTERED_HERE, "10(2)", Map.of("legalBasis", "NONE")))));
    }

    @Test
    void Q_and_A_59_a_superior_document_is_no_justification() {
        String number = withOneFinding();
        Map<String, Object> decision = Map.of(
                "id", cases.findings(number).get(0).id(),
                "disposition", "JUSTIFIED",
                "justification", "SUPERIOR_DOCUMENT",
                "note", "省级文件要求");
        assertRefused("task.malformed", () -> people.draft(number, "CONFORMS", List.of(decision), ""));
    }

    @Test
    void a_finding_quotes_words_that_stand_in_the_draft() {
        String number = people.inReview();
        Map<String, Object> finding = people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of());
        finding.put("quotation", "草案中没有的文字");
        assertRefused("finding.quotationDiffers", () -> people.review(number, "zhaolei", List.of(finding)));
    }

    @Test
    void a_finding_is_anchored_where_its_words_really_stand() {
        String number = people.inReview();
        Map<String, Object> finding = people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of());
        int start = (int) finding.get("startOffset");
        finding.put("startOffset", 0);
        finding.put("endOffset", 3);

        people.review(number, "zhaolei", List.of(finding));

        assertThat(cases.findings(number).get(0).startOffset()).isEqualTo(start);
    }

    @Test
    void Reg_10_a_legal_basis_justifies_no_finding_under_another_article() {
        String number = withOneFinding();
        Map<String, Object> decision = Map.of(
                "id", cases.findings(number).get(0).id(),
                "disposition", "JUSTIFIED",
                "justification", "LAW",
                "note", "某法第一条");
        assertRefused("finding.justificationDoesNotFit", () -> people.draft(number, "CONFORMS", List.of(decision), ""));
    }

    @Test
    void Reg_10_a_legal_basis_that_the_finding_denied_justifies_nothing() {
        String number = people.inReview();
        people.review(
                number,
                "zhaolei",
                List.of(people.finding(
                        number,
                        SampleMeasure.REGISTERED_HERE,
                        "10(2)",
                        Map.of("legalBasis", "NONE", "specificOperator", true))));
        Map<String, Object> decision = Map.of(
                "id", cases.findings(number).get(0).id(),
                "disposition", "JUSTIFIED",
                "justification", "LAW",
                "note", "某法第一条");
        assertRefused(
                "finding.justificationContradicts", () -> people.draft(number, "CONFORMS", List.of(decision), ""));
    }

    @Test
    void Measures_31_a_supplement_says_what_is_missing() {
        String number = submitting.measure();
        assertRefused(
                "receipt.missingNotSaid",
                () -> process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT")));
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void Reg_13_a_measure_that_a_department_issues_needs_the_review_body_of_that_department() {
        assertRefused(
                "submission.noReviewBody",
                () -> submitting.measure("linyue", "u03", Issuance.DEPARTMENT, SampleMeasure.BODY));
    }

    @Test
    void sending_back_needs_a_reason_and_an_earlier_place() {
        String number = people.inSigning();
        assertRefused("signing.reasonMissing", () -> people.back(number, "liufang", -1, " "));
        assertRefused("signing.noEarlierPlace", () -> people.back(number, "liufang", 0, "请核对"));
    }

    @Test
    void only_the_assignee_completes_a_task() {
        String number = people.inReview();
        assertRefused("task.claimFirst", () -> people.review(number, "sunqian", List.of()));
    }

    private String withOneFinding() {
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        return number;
    }

    private String wordsOf(ReviewCase review) throws IOException {
        byte[] bytes = files.bytes(review.documentSha256().orElseThrow());
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key())
                .isEqualTo(key));
    }
}
