package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.fairreview.audit.AuditTrail;
import org.fairreview.evidence.LiveRecord;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.review.CaseContents;
import org.fairreview.review.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Destruction lists on their pages, and what is left of a case. */
@ProductTest
class DestructionPageTests {

    @Autowired
    Web web;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LiveRecord whole;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void back_to_today() {
        clock.reset();
    }

    @Test
    void a_case_ends_in_a_list_that_two_have_signed_and_a_line_of_the_register() {
        String number = ended();
        String restricted = ended();
        change("update measure set circulation = 'RESTRICTED' where id = :id", restricted);
        assertThat(page("wangmin", "/destruction")).doesNotContain(number);
        clock.advance(Duration.ofDays(30 * 365));
        assertThat(page("wangmin", "/destruction")).as("in its thirtieth year").doesNotContain(number);
        clock.advance(Duration.ofDays(2 * 366));
        String title = title(number);
        assertThat(page("wangmin", "/destruction")).contains(number, title, restricted, "30年", "限制");

        Answer unsaid = draft("wangmin", "", number);
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("请填写鉴定意见").containsPattern("value=\"" + number + "\"[^>]*checked");
        String list = draft("wangmin", "期满，不涉及未了结的诉讼。", number, restricted).location();
        list = list.substring(list.lastIndexOf("/destruction"));

        assertThat(page("wangmin", list)).contains("待科室负责人签署").doesNotContain("执行销毁");
        assertThat(page("wangmin", "/destruction#due")).doesNotContain("value=\"" + number);
        assertThat(post("wangmin", list + "/execution", Map.of("checked", "true"))
                        .body())
                .contains("清册还没有由两人签署");
        assertThat(sign("zhangwei", list, "LEADER").body()).contains("现在不由您签署");
        assertThat(sign("zhangwei", list, "SECTIONHEAD").body()).contains("现在不由您签署");
        assertThat(sign("fchead", list, "SECTIONHEAD").status()).isEqualTo(404);
        assertThat(post("liufang", list + "/signature", Map.of("agreed", "true"))
                        .body())
                .as("no role")
                .contains("现在不由您签署");
        assertThat(page("liufang", list)).contains("name=\"role\" value=\"SECTIONHEAD\"");
        assertThat(post("liufang", list + "/signature", Map.of("role", "SECTIONHEAD", "agreed", "false"))
                        .body())
                .contains("退回的请写明理由");
        assertThat(post("liufang", list + "/signature", Map.of("role", "SECTIONHEAD", "agreed", "true", "remark", "同意"))
                        .status())
                .isEqualTo(302);
        assertThat(sign("zhangwei", list, "LEADER").status()).isEqualTo(302);
        assertThat(page("wangmin", list)).contains("已签署，待执行", "刘芳", "张伟", "执行销毁");
        assertThat(post("wangmin", list + "/execution", Map.of()).body()).contains("请勾选确认");
        assertThat(web.session("wangmin").get("/cases/" + number).body()).doesNotContain("案卷已销毁");
        assertThat(post("wangmin", list + "/execution", Map.of("checked", "true"))
                        .status())
                .isEqualTo(302);

        assertThat(page("wangmin", list)).contains("已销毁", title, "限制");
        assertThat(page("wangmin", "/cases/" + number))
                .contains("案卷已销毁", title, "30年", "销毁清册第", "已按销毁清册销毁，不影响验证")
                .doesNotContain("不完整");
        assertThat(page("chenyu", "/cases/" + number)).contains("案卷已销毁").doesNotContain("href=\"/destruction");
        assertThat(page("zhangwei", "/cases/" + restricted))
                .contains(CaseContents.RESTRICTED_TITLE)
                .doesNotContain(title);
        for (String gone :
                List.of("/replay", "/dossier", "/receipt", "/diagram", "/compare?from=1&to=1", "/screening")) {
            assertThat(web.session("wangmin").get("/cases/" + number + gone).status())
                    .as(gone)
                    .isEqualTo(404);
        }
        assertThat(page("wangmin", "/cases?q=" + number)).contains(number);
        assertThat(web.session("dengaudit").get("/audit/packages/" + number).status())
                .isEqualTo(200);
        assertThat(trail.of("destruction-" + list.replaceAll("\\D", "")))
                .extracting(entry -> entry.act())
                .containsExactly(
                        "destruction.drafted",
                        "destruction.signed",
                        "destruction.signed",
                        "destruction.begun",
                        "destruction.executed");
        assertThat(trail.lastOf(number).orElseThrow().details()).contains("\"retention\":\"YEARS_30\"", "\"emptied\":");
    }

    @Test
    void what_has_to_be_kept_for_ever_or_is_not_over_is_never_listed() {
        String permanent = ended();
        change("update measure set kind = 'RULE' where id = :id", permanent);
        String running = submitting.measure();
        String twice = ended();
        jdbc.sql("update review_case set measure_id = :id where number = :number")
                .param("id", cases.get(running).measureId())
                .param("number", twice)
                .update();
        String over = ended();
        clock.advance(Duration.ofDays(90 * 366));

        assertThat(page("wangmin", "/destruction")).contains(over).doesNotContain(permanent, running, twice);
        assertThat(draft("wangmin", "越过", permanent).body()).contains("所选案卷中有的不能列入");
        assertThat(draft("wangmin", "越过", twice).body()).contains("所选案卷中有的不能列入");
        assertThat(draft("fcclerk", "他处", over).body()).contains("所选案卷中有的不能列入");
        assertThat(draft("wangmin", "期满", over).status()).isEqualTo(302);
    }

    @Test
    void a_list_once_begun_is_not_withdrawn_and_is_carried_out_once() {
        String number = ended();
        clock.advance(Duration.ofDays(33 * 366));
        String list = signed(number);
        long id = Long.parseLong(list.replaceAll("\\D", ""));
        String title = title(number);
        assertThat(page("wangmin", list)).contains(title);
        change("update measure set circulation = 'RESTRICTED' where id = :id", number);
        assertThat(page("wangmin", list)).doesNotContain(title).contains("限制");

        jdbc.sql("update destruction_list set state = 'EXECUTING' where id = ?")
                .param(id)
                .update();
        assertThat(post("wangmin", list + "/withdrawal", Map.of()).body()).contains("清册已开始执行，不能撤回");
        assertThat(page("wangmin", list)).contains("正在执行", "执行销毁");
        assertThat(page("wangmin", "/destruction")).doesNotContain("value=\"" + number);
        assertThat(post("wangmin", list + "/execution", Map.of("checked", "true"))
                        .status())
                .isEqualTo(302);
        assertThat(post("wangmin", list + "/execution", Map.of("checked", "true"))
                        .body())
                .contains("清册已经执行完毕");

        jdbc.sql("insert into destruction_list (revision, unit_id, drafted_by, drafted_at, reason, state)"
                        + " values (0, 'u01', 'wangmin', current_timestamp, '重复', 'SIGNED')")
                .update();
        jdbc.sql("insert into destruction_line (list_id, place, case_number, retention, ended_on, due_on)"
                        + " select max(l.id), 0, ?, 'YEARS_30', current_date, current_date from destruction_list l")
                .param(number)
                .update();
        assertThat(page("wangmin", "/cases/" + number)).contains("销毁清册第" + id + "号");
    }

    @Test
    void two_who_draft_at_once_make_one_list() {
        String number = ended();
        clock.advance(Duration.ofDays(33 * 366));
        page("wangmin", "/destruction");
        List<CompletableFuture<Answer>> both = new TransactionTemplate(transactions).execute(held -> {
            jdbc.sql("select id from unit where id = 'u01' for update")
                    .query(String.class)
                    .single();
            int holder = jdbc.sql("select session_id()").query(Integer.class).single();
            List<CompletableFuture<Answer>> drafting = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> draft("wangmin", "期满", number)))
                    .limit(2)
                    .toList();
            await().atMost(Duration.ofMinutes(1)).until(() -> waitingFor(holder) == 2);
            return drafting;
        });

        assertThat(both.stream().map(each -> each.join().status())).containsExactlyInAnyOrder(302, 422);
    }

    @Test
    void of_a_list_that_stopped_the_rest_goes_on_or_comes_onto_another_list() {
        String first = ended();
        String second = ended();
        clock.advance(Duration.ofDays(33 * 366));
        String list = signed(first, second);
        jdbc.sql("create table held_file (id varchar(64) references stored_file (id))")
                .update();
        try {
            jdbc.sql("insert into held_file select id from stored_file where bound_to = ?")
                    .param(second)
                    .update();
            assertThat(post("wangmin", list + "/execution", Map.of("checked", "true"))
                            .body())
                    .contains("案卷 " + second + " 未能销毁", "尚有 1 件案卷没有销毁");
        } finally {
            jdbc.sql("drop table held_file").update();
        }
        assertThat(page("liufang", list)).contains("正在执行").doesNotContain("/closing");
        assertThat(page("wangmin", "/destruction")).doesNotContain("value=\"" + second);
        assertThat(post("liufang", list + "/closing", Map.of()).status()).isEqualTo(403);

        assertThat(post("wangmin", list + "/closing", Map.of()).status()).isEqualTo(302);

        assertThat(page("wangmin", list)).contains("已结束，未全部销毁").doesNotContain("/closing", "/execution");
        assertThat(post("wangmin", list + "/closing", Map.of()).body()).contains("清册没有在执行");
        assertThat(post("wangmin", list + "/execution", Map.of("checked", "true"))
                        .body())
                .contains("已结束，不能执行");
        assertThat(trail.of("destruction-" + list.replaceAll("\\D", "")))
                .extracting(entry -> entry.act())
                .endsWith("destruction.begun", "destruction.closed");
        assertThat(trail.lastOf("destruction-" + list.replaceAll("\\D", ""))
                        .orElseThrow()
                        .details())
                .contains("\"left\":[\"" + second + "\"]");
        String another = signed(second);
        assertThat(post("wangmin", another + "/execution", Map.of("checked", "true"))
                        .status())
                .isEqualTo(302);
        assertThat(page("wangmin", "/cases/" + first)).contains(link(list)).doesNotContain("不完整");
        assertThat(page("wangmin", "/cases/" + second)).contains(link(another)).doesNotContain("不完整");
        assertThat(whole.verify().faults()).isEmpty();
    }

    @Test
    void who_holds_both_offices_signs_in_the_one_that_the_form_showed() {
        String number = ended();
        clock.advance(Duration.ofDays(33 * 366));
        String list = location(draft("wangmin", "期满", number));
        sign("liufang", list, "SECTIONHEAD");

        assertThat(sign("zhangwei", list, "SECTIONHEAD").body())
                .as("the form was opened before the section head signed")
                .contains("现在不由您签署");
        assertThat(page("zhangwei", list)).contains("待局领导签署", "name=\"role\" value=\"LEADER\"");
    }

    private static String link(String list) {
        return "href=\"" + list + "\"";
    }

    @Test
    void a_sister_case_of_another_regulator_keeps_its_text_and_a_merger_its_signers() {
        String number = ended();
        String sister = ended();
        jdbc.sql("update review_case set measure_id = :id, regulator_unit_id = 'u11' where number = :number")
                .param("id", cases.get(number).measureId())
                .param("number", sister)
                .update();
        clock.advance(Duration.ofDays(33 * 366));
        assertThat(draft("wangmin", "期满", number).body()).contains("同一措施在其他审查机关还有案卷");

        String alone = ended();
        jdbc.sql("update review_case set regulator_unit_id = 'u11' where number = ?")
                .param(alone)
                .update();
        clock.advance(Duration.ofDays(33 * 366));
        String list = location(draft("fcclerk", "期满", alone));
        jdbc.sql("update unit set successor_id = 'u01' where id = 'u11'").update();
        try {
            assertThat(page("liufang", list)).contains("name=\"agreed\"");
            assertThat(page("zhangwei", list)).doesNotContain("name=\"agreed\"");
        } finally {
            jdbc.sql("update unit set successor_id = null where id = 'u11'").update();
        }
    }

    private int waitingFor(int session) {
        return jdbc.sql("select count(*) from information_schema.sessions where blocker_id = ?")
                .param(session)
                .query(Integer.class)
                .single();
    }

    private String signed(String... numbers) {
        String list = location(draft("wangmin", "期满", numbers));
        sign("liufang", list, "SECTIONHEAD");
        sign("zhangwei", list, "LEADER");
        return list;
    }

    private Answer sign(String who, String list, String role) {
        return post(who, list + "/signature", Map.of("role", role, "agreed", "true"));
    }

    private static String location(Answer answer) {
        String location = answer.location();
        return location.substring(location.lastIndexOf("/destruction"));
    }

    private String ended() {
        String number = submitting.measure();
        process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "OUT_OF_SCOPE", "missing", "不涉及经营者经济活动。"));
        assertThat(process.isOver(number)).isTrue();
        return number;
    }

    private String title(String number) {
        return jdbc.sql("select m.title from measure m join review_case c on c.measure_id = m.id where c.number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private void change(String sql, String number) {
        jdbc.sql(sql).param("id", cases.get(number).measureId()).update();
    }

    private Answer draft(String who, String reason, String... numbers) {
        return post(who, "/destruction?cases=" + String.join("&cases=", numbers), Map.of("reason", reason));
    }

    private String page(String who, String path) {
        Answer answer = web.session(who).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private Answer post(String who, String path, Map<String, String> fields) {
        Visitor visitor = web.session(who);
        return visitor.with("X-CSRF-TOKEN", visitor.csrf()).submit(path, fields);
    }
}
