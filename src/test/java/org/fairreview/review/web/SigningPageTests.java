package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Signature;
import org.fairreview.review.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Conclusions wait for signatures, and the signers sign on the page made for it. */
@ProductTest
class SigningPageTests {

    private static final Post SECOND_HEAD = new Post("u01", Role.SECTIONHEAD);

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    Directory directory;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @BeforeEach
    void a_second_section_head() {
        if (directory.actor("secondhead").isEmpty()) {
            directory.open(new Person("secondhead", "高远"), Web.PASSWORD, List.of(SECOND_HEAD));
        }
    }

    /** Other tests count on the section head being the only one. */
    @AfterAll
    static void there_is_one_again(@Autowired Directory directory) {
        directory.dismiss("secondhead", SECOND_HEAD);
    }

    @Test
    void several_conclusions_are_signed_in_one_sitting_each_for_itself() {
        String first = people.inSigning();
        String second = people.inSigning();
        assertThat(page("liufang")).contains(first, second, "理由如上。", "没有记录审查发现", "草案.txt");

        assertThat(sign(first, "liufang", "act", "AGREE", "remark", "同意，请签发。").body())
                .contains("已同意：", first)
                .contains(second)
                .doesNotContain("card-" + first);

        assertThat(cases.get(first).signatures())
                .extracting(Signature::userId, Signature::agreed, Signature::remark)
                .containsExactly(tuple("liufang", true, "同意，请签发。"));
        assertThat(cases.get(second).signatures()).isEmpty();
        assertThat(page("zhangwei")).contains(first, "同意，请签发。", "刘芳").doesNotContain(second);

        assertThat(sign(first, "zhangwei", "act", "AGREE").status()).isEqualTo(200);
        assertThat(cases.get(first).stage()).isEqualTo(Stage.SIGNED);
    }

    @Test
    void what_is_sent_back_needs_a_reason_and_a_place_and_keeps_what_was_typed() {
        String number = people.inSigning();
        sign(number, "liufang", "act", "AGREE");

        Answer nothing = sign(number, "zhangwei", "remark", "先不签");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.body()).contains("请选择同意或者退回", "先不签");
        Answer noReason = sign(number, "zhangwei", "act", "BACK", "backTo", "0");
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.body()).contains("退回时请写明理由").containsPattern("value=\"0\"[^>]*selected");
        Answer noPlace = sign(number, "zhangwei", "act", "BACK", "remark", "依据不足");
        assertThat(noPlace.status()).isEqualTo(422);
        assertThat(noPlace.body()).contains("请选择退回到哪一环节", "依据不足");
        assertThat(task(number).getAssignee()).as("refused, so nobody took it").isNull();

        Answer back = sign(number, "zhangwei", "act", "BACK", "remark", "依据不足", "backTo", "0");
        assertThat(back.body()).contains("已退回审核");
        assertThat(page("liufang")).contains(number, "依据不足", "已被退回，不再有效");
    }

    @Test
    void a_signer_hands_a_task_to_a_colleague_of_the_same_post_and_to_nobody_else() {
        String number = people.inSigning();

        Answer toLeader = sign(number, "liufang", "act", "PASS", "colleague", "zhangwei", "remark", "出差");
        assertThat(toLeader.status()).isEqualTo(422);
        assertThat(toLeader.body()).contains("只能转给本单位同一岗位的人员", "出差");

        Answer passed = sign(number, "liufang", "act", "PASS", "colleague", "secondhead", "remark", "出差");
        assertThat(passed.body()).contains("已转给高远办理");
        assertThat(task(number).getAssignee()).isEqualTo("secondhead");
        AuditEntry last = trail.of(number).get(trail.of(number).size() - 1);
        assertThat(last.act()).isEqualTo("task.passedOn");
        assertThat(last.actor().userId()).isEqualTo("liufang");
        assertThat(last.details()).contains("secondhead", "出差");
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("转办任务", "高远");

        assertThat(sign(number, "secondhead", "act", "AGREE").status()).isEqualTo(200);
    }

    @Test
    void what_is_not_ones_own_to_sign_is_not_there_and_what_is_done_is_not_done_twice() {
        String number = people.inSigning();
        String task = task(number).getId();

        assertThat(post("zhangwei", task, "act", "AGREE").status()).isEqualTo(404);
        assertThat(post("wuoffice", task, "act", "AGREE").status()).isEqualTo(404);
        assertThat(post("wangmin", task, "act", "AGREE").status()).isEqualTo(403);
        String check = process.task(submitting.measure(), JointReview.CHECK).getId();
        assertThat(post("liufang", check, "act", "AGREE").status()).isEqualTo(404);

        process.claim(task(number), "secondhead");
        assertThat(post("liufang", task, "act", "AGREE").body()).contains("没有重复办理");
        assertThat(post("secondhead", task, "act", "AGREE").status()).isEqualTo(200);
        assertThat(post("secondhead", task, "act", "AGREE").body()).contains("没有重复办理");
        assertThat(cases.get(number).signatures()).hasSize(1);
    }

    @Test
    void what_is_signed_in_two_windows_at_once_is_signed_once() {
        for (int round = 0; round < 5; round++) {
            String number = people.inSigning();
            String task = task(number).getId();
            Callable<Integer> agree = window(task);
            Callable<Integer> again = window(task);
            List<Integer> statuses = Crowd.atOnce(List.of(agree, again)).stream()
                    .map(Crowd.Outcome::value)
                    .toList();

            assertThat(statuses).containsExactly(302, 302);
            assertThat(page("liufang") + page("liufang"))
                    .as("each window is told what became of it")
                    .containsOnlyOnce("已同意：")
                    .containsOnlyOnce("没有重复办理");
            assertThat(cases.get(number).signatures()).hasSize(1);
            assertThat(cases.get(number).stage()).isEqualTo(Stage.SIGNING);
        }
    }

    /** A window in which Liu Fang has opened the page and presses 同意 when called. */
    private Callable<Integer> window(String taskId) {
        Visitor visitor = web.session("liufang");
        Map<String, String> form = Map.of("act", "AGREE", "_csrf", visitor.csrf());
        return () -> visitor.submit("/signing/" + taskId, form).status();
    }

    private Task task(String number) {
        return process.task(number, JointReview.SIGN);
    }

    private String page(String userId) {
        Answer answer = web.session(userId).get("/signing");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private Answer sign(String number, String userId, String... fields) {
        return post(userId, task(number).getId(), fields);
    }

    /** Sends a card; where the person is led back to the page, that page. */
    private Answer post(String userId, String taskId, String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int place = 0; place < fields.length; place += 2) {
            form.put(fields[place], fields[place + 1]);
        }
        Visitor visitor = web.session(userId);
        form.put("_csrf", visitor.csrf());
        Answer answer = visitor.submit("/signing/" + taskId, form);
        return answer.status() == 302 && answer.location().endsWith("/signing") ? visitor.get("/signing") : answer;
    }
}
