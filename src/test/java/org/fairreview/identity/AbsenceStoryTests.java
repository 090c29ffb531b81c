package org.fairreview.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.workflow.AbsenceTransfers;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is away, and a deputy does the work: with the deputy's own powers, and under the separation of duties. */
@ProductTest
class AbsenceStoryTests {

    private static final String PAGE = "/account/absence";

    @Autowired
    Absences absences;

    @Autowired
    AbsenceTransfers transfers;

    @Autowired
    Directory directory;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    TaskService tasks;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Web web;

    private final Map<String, List<Post>> lent = new HashMap<>();

    @AfterEach
    void everybody_is_back() {
        clock.reset();
        jdbc.sql("update absence set ended_at = current_timestamp where ended_at is null")
                .update();
        lent.forEach((person, posts) -> posts.forEach(post -> directory.dismiss(person, post)));
    }

    // ---- tasks go to the deputy

    @Test
    void a_task_that_would_be_given_to_the_person_is_given_to_the_deputy_who_goes_on_with_the_case() {
        away("zhaolei", "sunqian");

        String number = people.inReview();

        assertThat(assignee(number, JointReview.REVIEW)).isEqualTo("sunqian");
        people.review(number, "sunqian", List.of());
        assertThat(assignee(number, JointReview.DRAFT)).isEqualTo("sunqian");
    }

    @Test
    void what_the_person_holds_goes_to_the_deputy_when_the_absence_begins_on_record_and_once() {
        String number = people.inReview();
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        assertThat(absences.name(tomorrow, tomorrow, "sunqian", process.actor("zhaolei")))
                .isEmpty();
        transfers.carryOut();
        assertThat(assignee(number, JointReview.REVIEW)).isEqualTo("zhaolei");

        clock.advance(Duration.ofDays(1));
        transfers.carryOut();
        transfers.carryOut();

        assertThat(assignee(number, JointReview.REVIEW)).isEqualTo("sunqian");
        assertThat(acts(number, "task.handedOver")).singleElement().satisfies(entry -> {
            assertThat(entry.isAutomatic()).isTrue();
            assertThat(entry.details()).contains("外出委托", tomorrow.toString(), "zhaolei", "sunqian");
        });

        clock.advance(Duration.ofDays(1));
        assertThat(assignee(people.inReview(), JointReview.REVIEW)).isEqualTo("zhaolei");
    }

    @Test
    void an_absence_that_is_ended_early_gives_the_person_new_tasks_again() {
        away("zhaolei", "sunqian");
        long id = absences.of("zhaolei").get(0).id();
        assertThat(absences.end(id, process.actor("sunqian"))).isPresent();
        assertThat(absences.end(id, process.actor("zhaolei"))).isEmpty();
        assertThat(absences.end(id, process.actor("zhaolei"))).isPresent();

        assertThat(assignee(people.inReview(), JointReview.REVIEW)).isEqualTo("zhaolei");
        assertThat(trail.of("zhaolei"))
                .extracting(AuditEntry::act)
                .contains("account.absenceNamed", "account.absenceEnded");
    }

    @Test
    void a_post_of_which_only_the_deputy_is_there_has_its_tasks_given_to_the_deputy() {
        lend("sunqian", Role.SECTIONHEAD, "u01");
        away("liufang", "sunqian");
        String number = submitting.measure();

        people.accept(number);

        assertThat(assignee(number, JointReview.ASSIGN)).isEqualTo("sunqian");
    }

    @Test
    void the_deputy_of_a_deputy_stands_in_and_a_ring_of_deputies_leaves_the_task_to_the_post() {
        lend("wangmin", Role.REVIEWER, "u01");
        away("zhaolei", "sunqian");
        away("sunqian", "wangmin");
        assertThat(assignee(people.inReview(), JointReview.REVIEW)).isEqualTo("wangmin");

        jdbc.sql("update absence set deputy_id = 'zhaolei' where user_id = 'sunqian' and ended_at is null")
                .update();
        assertThat(absences.inChargeFor("zhaolei", Role.REVIEWER, "u01")).isEmpty();
        assertThat(assignee(people.inReview(), JointReview.REVIEW))
                .as("for whoever of the post is there to claim")
                .isNull();
    }

    @Test
    void a_deputy_who_no_longer_holds_the_post_gets_nothing() {
        lend("wangmin", Role.REVIEWER, "u01");
        away("zhaolei", "wangmin");
        directory.dismiss("wangmin", new Post("u01", Role.REVIEWER));
        lent.clear();

        assertThat(assignee(people.inReview(), JointReview.REVIEW)).isNotEqualTo("wangmin");
    }

    // ---- the separation of duties

    @Test
    void a_deputy_does_not_sign_the_own_draft() {
        lend("sunqian", Role.SECTIONHEAD, "u01");
        away("zhaolei", "sunqian");
        String number = people.inReview();
        people.review(number, "sunqian", List.of());
        away("liufang", "sunqian");

        draft(number, "sunqian");

        assertThat(assignee(number, JointReview.SIGN)).isNull();
        assertThatThrownBy(() -> people.sign(number, "sunqian"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("signing.ownDraft"));
    }

    @Test
    void a_deputy_signs_for_one_place_of_the_chain_and_not_for_a_second() {
        lend("sunqian", Role.SECTIONHEAD, "u01");
        lend("sunqian", Role.LEADER, "u01");
        away("liufang", "sunqian");
        away("zhangwei", "sunqian");
        String number = submitting.measure();
        people.walkToSigning(number, "wangmin", "sunqian", "zhaolei");
        assertThat(assignee(number, JointReview.SIGN)).isEqualTo("sunqian");

        people.sign(number, "sunqian");

        assertThat(assignee(number, JointReview.SIGN)).isNull();
        assertThatThrownBy(() -> people.sign(number, "sunqian"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("signing.twice"));
        tasks.setAssignee(process.task(number, JointReview.SIGN).getId(), null);
        people.sign(number, "zhangwei");
    }

    @Test
    void what_somebody_holds_is_not_moved_to_a_deputy_who_may_not_do_it() {
        String number = people.inSigning();
        process.claim(process.task(number, JointReview.SIGN), "liufang");
        lend("zhaolei", Role.SECTIONHEAD, "u01");
        away("liufang", "zhaolei");

        transfers.carryOut();

        assertThat(assignee(number, JointReview.SIGN)).isEqualTo("liufang");
    }

    @Test
    void a_deputy_from_the_drafting_unit_does_not_review_its_measure() {
        lend("sunqian", Role.DRAFTER, "u02");
        away("zhaolei", "sunqian");

        String number = people.inReview();

        assertThat(assignee(number, JointReview.REVIEW)).isNull();
        assertThatThrownBy(() -> people.review(number, "sunqian", List.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("review.ownUnit"));
    }

    // ---- the page

    @Test
    void a_person_names_a_colleague_of_the_same_post_and_keeps_what_was_typed_when_it_is_refused() {
        Visitor reviewer = web.login("zhaolei");
        String today = LocalDate.now(clock).toString();
        assertThat(reviewer.get(PAGE).body()).contains("孙倩").doesNotContain("王敏（");

        Answer refused = post(reviewer, PAGE, "deputy", "liufang", "from", "2020-01-01", "until", today);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("请选择与您担任相同岗位的代办人", "外出第一天不能早于今天", "value=\"2020-01-01\"", "value=\"" + today + "\"");
        assertThat(post(reviewer, PAGE, "deputy", "sunqian", "from", today, "until", "2020-01-01")
                        .body())
                .contains("外出最后一天不能早于第一天");
        assertThat(post(reviewer, PAGE, "deputy", "sunqian", "from", today, "until", "9999-12-31")
                        .body())
                .contains("最长 92 天");
        assertThat(post(reviewer, PAGE, "deputy", "sunqian", "from", "明天", "until", "")
                        .body())
                .contains("请填写外出第一天", "请填写外出最后一天");

        assertThat(post(reviewer, PAGE, "deputy", "sunqian", "from", today, "until", today)
                        .status())
                .isEqualTo(302);
        assertThat(reviewer.get(PAGE).body()).contains("生效中");
        assertThat(post(reviewer, PAGE, "deputy", "sunqian", "from", today, "until", today)
                        .body())
                .contains("这段时间已有委托");

        long id = absences.of("zhaolei").get(0).id();
        assertThat(post(web.login("sunqian"), PAGE + "/" + id + "/end").status())
                .isEqualTo(422);
        assertThat(post(reviewer, PAGE + "/" + id + "/end").status()).isEqualTo(302);
        assertThat(reviewer.get(PAGE).body()).contains("已结束").doesNotContain("生效中");
    }

    @Test
    void somebody_whose_post_nobody_else_holds_is_told_what_to_do() {
        assertThat(web.login("zhangwei").get(PAGE).body()).contains("请安全管理员先给代办人授予岗位");
    }

    private void away(String person, String deputy) {
        LocalDate today = LocalDate.now(clock);
        assertThat(absences.name(today, today.plusDays(5), deputy, process.actor(person)))
                .isEmpty();
    }

    private void lend(String person, Role role, String unit) {
        Post post = new Post(unit, role);
        directory.appoint(person, post);
        lent.computeIfAbsent(person, each -> new ArrayList<>()).add(post);
    }

    private void draft(String number, String reviewer) {
        people.draft(number, reviewer, "CONFORMS", List.of(), "");
    }

    private String assignee(String number, String taskKey) {
        return process.task(number, taskKey).getAssignee();
    }

    private List<AuditEntry> acts(String number, String act) {
        return trail.of(number).stream()
                .filter(entry -> entry.act().equals(act))
                .toList();
    }

    private static Answer post(Visitor visitor, String path, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("_csrf", visitor.csrf()));
        for (int field = 0; field < fields.length; field += 2) {
            form.put(fields[field], fields[field + 1]);
        }
        return visitor.submit(path, form);
    }
}
