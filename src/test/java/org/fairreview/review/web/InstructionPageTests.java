package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Instruction;
import org.fairreview.review.Instructions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader writes on a running case, and the responsible person answers. */
@ProductTest
class InstructionPageTests {

    private static final String TEXT = "请商发改委核实第五条";
    private static final String ANSWER = "已与发改委核实";

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    Instructions instructions;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    MovableClock moved;

    @Autowired
    Clock clock;

    @AfterEach
    void it_is_today_again() {
        moved.reset();
    }

    @Test
    void it_stands_on_top_until_the_responsible_person_answers() {
        String number = people.inReview();

        assertThat(send(number, "zhangwei", TEXT, "zhaolei", 5, "").status()).isEqualTo(302);

        Instruction written = instructions.of(number).get(0);
        String answer = "/cases/" + number + "/instructions/" + written.id() + "/answer";
        assertThat(web.session("sunqian").get("/cases/" + number).body())
                .contains("张伟批示", TEXT, "责任人 赵磊")
                .doesNotContain(answer, "??");
        assertThat(web.session("zhaolei").get("/").body())
                .contains("待答复的批示", TEXT, "/cases/" + number + "#instruction")
                .doesNotContain("??");
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains(answer);
        for (String outside : java.util.List.of("chenyu")) {
            assertThat(web.session(outside).get("/cases/" + number).body()).doesNotContain(TEXT, "批示");
        }
        moved.advance(Duration.ofDays(7));
        assertThat(web.session("zhaolei").get("/cases/" + number).body())
                .containsPattern("class=\"instruction is-over\"")
                .contains("已逾期");

        assertThat(post("sunqian", answer, Map.of("answer", ANSWER)).status()).isEqualTo(403);
        Answer blank = post("zhaolei", answer, Map.of("answer", " "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("请填写办理情况").doesNotContain("??");
        assertThat(post("zhaolei", answer, Map.of("answer", ANSWER)).status()).isEqualTo(302);
        Answer again = post("zhaolei", answer, Map.of("answer", "又答"));
        assertThat(again.status()).isEqualTo(422);

        assertThat(web.session("zhaolei").get("/").body())
                .as("answered, whatever else is still to be answered")
                .doesNotContain("/cases/" + number + "#instruction");
        assertThat(web.session("zhangwei").get("/cases/" + number).body())
                .contains(TEXT, ANSWER)
                .doesNotContainPattern("class=\"instruction[ \"]");
        assertThat(trail.of(number))
                .extracting(AuditEntry::act)
                .contains("case.instructed", "case.instructionAnswered");
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("答复批示");
    }

    @Test
    void what_is_refused_keeps_what_was_typed_and_a_scan_will_do() {
        String number = people.inReview();

        Answer noDay = send(number, "liufang", TEXT, "zhaolei", -3, "");
        assertThat(noDay.status()).isEqualTo(422);
        assertThat(noDay.body())
                .contains("答复期限不能早于今天", TEXT)
                .containsPattern("value=\"zhaolei\"[^>]*selected")
                .doesNotContain("??");
        assertThat(send(number, "liufang", "", "zhaolei", 3, "").body()).contains("请填写批示内容");
        assertThat(send(number, "liufang", TEXT, "chenyu", 3, "").body()).contains("责任人须是本机关能够查看本案的人员");
        assertThat(send(number, "zhaolei", TEXT, "sunqian", 3, "").status()).isEqualTo(403);
        assertThat(send(number, "fcleader", TEXT, "sunqian", 3, "").status()).isEqualTo(404);

        String scan = submitting.scan("liufang");
        assertThat(send(number, "liufang", "", "zhaolei", 3, scan).status()).isEqualTo(302);

        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("下载扫描件：用印.png");
        assertThat(web.session("zhaolei")
                        .get("/cases/" + number + "/files/" + scan)
                        .status())
                .isEqualTo(200);
        assertThat(web.session("chenyu")
                        .get("/cases/" + number + "/files/" + scan)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_button_pressed_twice_instructs_once() {
        String number = people.inReview();

        assertThat(send(number, "zhangwei", TEXT, "zhaolei", 5, "").status()).isEqualTo(302);
        assertThat(send(number, "zhangwei", TEXT, "zhaolei", 5, "").status()).isEqualTo(302);
        assertThat(send(number, "zhangwei", TEXT, "wangmin", 5, "").status()).isEqualTo(302);

        assertThat(instructions.of(number))
                .extracting(Instruction::responsibleId)
                .containsExactly("zhaolei", "wangmin");
    }

    @Test
    void who_is_to_answer_can_answer_when_the_case_is_restricted_meanwhile() {
        String number = people.inReview();
        send(number, "zhangwei", TEXT, "wuoffice", 5, "");
        Visitor zhaolei = web.session("zhaolei");
        zhaolei.submit(
                "/cases/" + number + "/circulation",
                Map.of("_csrf", zhaolei.csrf(), "level", "RESTRICTED", "reason", "内部管控"));

        String answer = "/cases/" + number + "/instructions/"
                + instructions.of(number).get(0).id() + "/answer";
        assertThat(post("wuoffice", answer, Map.of("answer", ANSWER)).status()).isEqualTo(302);
        assertThat(trail.of(number))
                .filteredOn(entry -> entry.act().equals("case.handlerJoined"))
                .extracting(AuditEntry::details)
                .anyMatch(details -> details.contains("wuoffice"));
    }

    @Test
    void of_a_restricted_case_only_its_handlers_can_be_made_responsible() {
        String number = people.inReview();
        Visitor zhaolei = web.session("zhaolei");
        zhaolei.submit(
                "/cases/" + number + "/circulation",
                Map.of("_csrf", zhaolei.csrf(), "level", "RESTRICTED", "reason", "内部管控"));

        assertThat(send(number, "zhangwei", TEXT, "sunqian", 3, "").body()).contains("请选择责任人");
        assertThat(send(number, "zhangwei", TEXT, "wangmin", 3, "").status()).isEqualTo(302);
        assertThat(cases.find(number, process.actor("sunqian"))).isEmpty();
    }

    @Test
    void it_goes_to_somebody_else_when_its_person_leaves_and_is_taken_back_with_a_reason() {
        String number = people.inReview();
        send(number, "zhangwei", TEXT, "zhaolei", 5, "");
        String change = "/cases/" + number + "/instructions/"
                + instructions.of(number).get(0).id() + "/change";

        Map<String, String> pass = Map.of("change", "PASS", "to", "sunqian", "reason", "赵磊调离");
        assertThat(post("zhaolei", change, pass).status()).isEqualTo(403);
        Answer toNobody = post("liufang", change, Map.of("change", "PASS", "to", "", "reason", "赵磊调离"));
        assertThat(toNobody.status()).isEqualTo(422);
        assertThat(toNobody.body()).contains("请选择责任人", "赵磊调离").doesNotContain("??");
        assertThat(post("liufang", change, Map.of("change", "PASS", "to", "sunqian", "reason", "\u200B "))
                        .body())
                .contains("请填写改派或者撤销的理由")
                .containsPattern("value=\"sunqian\"[^>]*selected");
        assertThat(post("liufang", change, pass).status()).isEqualTo(302);
        assertThat(web.session("sunqian").get("/cases/" + number).body()).contains("责任人 孙倩");

        assertThat(post("zhangwei", change, Map.of("change", "WITHDRAW", "reason", "已口头办结"))
                        .status())
                .isEqualTo(302);

        assertThat(instructions.waitingFor(process.actor("sunqian")))
                .extracting(Instruction::caseNumber)
                .doesNotContain(number);
        assertThat(web.session("zhangwei").get("/cases/" + number).body())
                .contains("已撤销", "已口头办结", "改派批示", "撤销批示")
                .doesNotContainPattern("class=\"instruction[ \"]");
        assertThat(post("liufang", change, pass).body()).contains("这条批示已经撤销");
    }

    private Answer send(String number, String userId, String text, String responsible, int days, String scan) {
        Map<String, String> form = new HashMap<>(Map.of(
                "text",
                text,
                "responsible",
                responsible,
                "dueOn",
                LocalDate.now(clock).plusDays(days).toString(),
                "scanId",
                scan));
        return post(userId, "/cases/" + number + "/instructions", form);
    }

    private Answer post(String userId, String path, Map<String, String> fields) {
        Visitor visitor = web.session(userId);
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", visitor.csrf());
        return visitor.submit(path, form);
    }
}
