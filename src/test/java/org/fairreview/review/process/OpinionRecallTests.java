package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.Members;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.fairreview.review.CaseFile;
import org.fairreview.review.OpinionRecalls;
import org.fairreview.review.Stage;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Those who were asked do not answer, and the reviewer or the office takes the question back (撤回征求). */
@ProductTest
class OpinionRecallTests {

    private static final String WHY = "顾问出差，不再等待。";

    @Autowired
    OpinionRecalls recalls;

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Members members;

    @Autowired
    Submitting submitting;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    TaskService tasks;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_wait_ends_when_all_others_have_answered_and_the_page_says_who_took_it_back_and_why() {
        String number = asked();
        String opinion = id("legal_advice", number);
        Visitor reviewer = web.session("zhaolei");
        assertThat(web.session("xulaw").get("/cases/" + number).status()).isEqualTo(200);
        assertThat(reviewer.get("/cases/" + number).body()).contains("/opinions/" + opinion + "/recall");

        Answer unsaid = recall(reviewer, number, opinion, " ");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("请填写撤回征求的理由。");
        assertThat(recall(reviewer, number, opinion, WHY).status()).isEqualTo(302);

        assertThat(open(number, JointReview.OPINION)).isZero();
        assertThat(web.session("xulaw").get("/cases/" + number).status())
                .as("whoever is asked no more reads no more")
                .isEqualTo(404);
        assertThat(reviewer.get("/cases/" + number).body())
                .contains("已撤回征求")
                .contains(WHY)
                .contains("赵磊于 ")
                .doesNotContain("/opinions/" + opinion + "/recall");
        assertThat(trail.of(number)).anySatisfy(entry -> {
            assertThat(entry.act()).isEqualTo("case.opinionRecalled");
            assertThat(entry.details()).contains(WHY);
        });

        members.answer(number, Members.FINANCE, "caocz", "AGREES", "");
        members.summarise(number, "ADOPTED");
        assertThat(open(number, JointReview.DRAFT))
                .as("the evaluation is still out")
                .isZero();
        assertThat(recalls.recall(number, id("evaluation", number), "机构无法承接。", process.actor("wuoffice")))
                .isEmpty();

        assertThat(process.task(number, JointReview.DRAFT).getAssignee()).isEqualTo("zhaolei");
        assertThat(cases.get(number).stage()).isEqualTo(Stage.DRAFTING);
        people.draft(number, "CONFORMS", List.of(), "");
        assertThat(process.task(number, JointReview.SIGN)).isNotNull();
    }

    @Test
    void what_is_given_cannot_be_taken_back_and_what_is_taken_back_cannot_be_given() {
        String number = asked();
        String given = id("legal_advice", number);
        process.answer(number, JointReview.OPINION, "xulaw", JointReview.opinion("依据充分。"));

        assertThat(recalls.recall(number, given, WHY, process.actor("zhaolei")))
                .map(Refusal::key)
                .contains("recall.tooLate");
        assertThat(recalls.recall(number, id("consultation", number), WHY, process.actor("zhaolei")))
                .isEmpty();
        assertThat(recalls.recall(number, id("consultation", number), WHY, process.actor("zhaolei")))
                .map(Refusal::key)
                .contains("recall.tooLate");
        assertThat(open(number, Members.OPINION)).isZero();
        assertThat(open(number, Stories.REPORT)).isEqualTo(1);
    }

    @Test
    void nobody_but_the_reviewer_the_section_head_and_the_office_takes_it_back() {
        String number = asked();
        String opinion = id("legal_advice", number);

        for (String other : List.of("sunqian", "zhangwei", "xulaw", "dengaudit", "wangmin")) {
            assertThat(recalls.recall(number, opinion, WHY, process.actor(other)))
                    .as(other)
                    .map(Refusal::key)
                    .contains("recall.notYours");
            assertThat(recall(web.session(other), number, opinion, WHY).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(recall(web.session("chenyu"), number, opinion, WHY).status()).isEqualTo(403);
        assertThat(recall(web.session("linyue"), number, opinion, WHY).status()).isEqualTo(404);
        assertThat(open(number, JointReview.OPINION)).isEqualTo(1);
        assertThat(recall(web.session("liufang"), number, opinion, WHY).status())
                .isEqualTo(302);
        assertThat(open(number, JointReview.OPINION)).isZero();
    }

    @Test
    void a_county_waits_for_the_city_no_longer() {
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
                        "是否属于垄断性奖补？"));
        assertThat(open(number, Stories.HIGHER_OPINION)).isEqualTo(1);

        assertThat(recalls.recall(number, id("consultation", number), "市局已当面答复。", process.actor("fcclerk")))
                .isEmpty();

        assertThat(open(number, Stories.HIGHER_OPINION)).isZero();
        assertThat(process.task(number, JointReview.DRAFT).getAssignee()).isEqualTo("fcclerk");
    }

    @Test
    void a_published_address_is_one_of_the_web() {
        String number = people.inSigning();
        people.toDelivery(number);
        Map<String, Object> issue = new HashMap<>(Map.of(
                "outcome",
                "ISSUED",
                "number",
                "汉江政办发〔2026〕9号",
                "issuedOn",
                cases.get(number).sealedOn().orElseThrow().toString(),
                "text",
                submitting.upload("chenyu", "u02", "印发稿.txt", SampleMeasure.BODY)));
        for (String link : List.of("javascript:alert(1)", "ftp://example.gov.cn/1", "www.example.gov.cn", "https://")) {
            issue.put("link", link);
            assertThatThrownBy(() -> process.answer(number, JointReview.ISSUE, "chenyu", issue))
                    .as(link)
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.key()).isEqualTo("issue.linkNotWeb");
                        assertThat(refusal.field()).isEqualTo("link");
                    });
        }
        issue.put("link", "HTTPS://www.example.gov.cn/公开/1.html?x=1");
        process.answer(number, JointReview.ISSUE, "chenyu", issue);
        assertThat(cases.get(number).issue().orElseThrow().link()).startsWith("HTTPS://");
    }

    /** Adviser, member and institution are asked. */
    private String asked() {
        String number = people.inReview();
        Map<String, Object> questions = new HashMap<>(Map.of("findings", List.of()));
        questions.putAll(Map.of("adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "依据是否充分？"));
        questions.putAll(Map.of("consultationWanted", true, "memberUnit", "u06", "consultationQuestion", "补贴是否可行？"));
        questions.putAll(Map.of("evaluationWanted", true, "evaluatorUnit", "u08"));
        questions.putAll(Map.of("evaluationPurpose", "EXPECTED_EFFECT", "evaluationQuestion", "请评估预期影响。"));
        process.answer(number, JointReview.REVIEW, "zhaolei", questions);
        members.choose(number, Members.FINANCE);
        return number;
    }

    private static Answer recall(Visitor visitor, String number, String opinion, String reason) {
        return visitor.submit(
                "/cases/%s/opinions/%s/recall".formatted(number, opinion),
                Map.of("reason", reason, "_csrf", visitor.csrf()));
    }

    private String id(String table, String number) {
        return jdbc.sql("select id from " + table + " where case_number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private long open(String number, String taskKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(taskKey)
                .count();
    }
}
