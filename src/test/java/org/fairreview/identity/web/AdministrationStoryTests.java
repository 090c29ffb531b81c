package org.fairreview.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.AuditableEvent;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Submissions;
import org.fairreview.workflow.InboxTask;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.TaskInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts, posts and units on their pages, from the first login to the last. */
@ProductTest
class AdministrationStoryTests {

    private static final String FIRST = "Chushi#202611";
    private static final String OWN = "Ziji#20261124";

    @Autowired
    Web web;

    @Autowired
    Directory directory;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    Submissions submissions;

    @Autowired
    CaseFile cases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    JdbcClient tables;

    @Autowired
    TestClock.MovableClock clock;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    private Visitor sysadmin;
    private Visitor secadmin;

    @BeforeEach
    void two_administrators_are_logged_in() {
        sysadmin = web.login("admin");
        secadmin = web.login("secop");
    }

    @Test
    void an_account_lives_from_its_first_password_to_its_end() {
        assertDone(send(sysadmin, "/admin/people", "userId", "tanli", "name", "谭丽", "unit", "u02", "password", FIRST));
        assertDone(send(secadmin, "/admin/people/tanli/posts", "unit", "u02", "role", "DRAFTER"));

        Visitor tanli = web.anonymous();
        assertThat(tanli.logIn("tanli", FIRST).status()).isEqualTo(302);
        for (String page : List.of("/", "/cases", "/measures/new", "/camunda/app/tasklist/default/")) {
            assertThat(tanli.get(page).location()).as(page).endsWith("/account");
        }
        assertThat(tanli.get("/camunda/api/engine/engine/default/task").status())
                .isEqualTo(403);
        assertThat(web.basic("tanli", FIRST).get("/engine-rest/task").status()).isEqualTo(403);
        assertThat(web.basic("tanli", FIRST).get("/api/cases").body()).contains("请先登录工作平台修改初始口令");
        assertThat(tanli.get("/account").body()).contains("您使用的是管理员设置的口令");

        Answer weak = send(tanli, "/account", "old", FIRST, "password", "abcdefghijk", "repeated", "abcdefghijk");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains("口令不符合规则，应当：含大写字母、含数字、含符号。");
        Answer wrong = send(tanli, "/account", "old", "Falsch#12345", "password", OWN, "repeated", OWN);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("原口令不正确");
        assertThat(send(tanli, "/account", "old", FIRST, "password", FIRST, "repeated", FIRST)
                        .body())
                .contains("新口令不得与原口令相同");
        tables.sql("update ACT_ID_USER set ATTEMPTS_ = 0, LOCK_EXP_TIME_ = null where ID_ = 'tanli'")
                .update();
        Answer changed = send(tanli, "/account", "old", FIRST, "password", OWN, "repeated", OWN);
        assertThat(changed.location()).endsWith("/login?password");
        assertThat(tanli.get("/cases").leadsToLogin()).isTrue();

        Visitor again = web.login("tanli", OWN);
        assertThat(again.get("/measures/new").status()).isEqualTo(200);
        assertThat(again.get("/admin/people").status()).isEqualTo(403);
        assertThat(web.basic("tanli", OWN).get("/api/cases").status()).isEqualTo(200);

        assertDone(send(sysadmin, "/admin/people/tanli/disable"));
        assertThat(again.get("/cases").location()).endsWith("/login?ended");
        assertThat(web.basic("tanli", OWN).get("/api/cases").status()).isEqualTo(401);
        assertThat(web.basic("tanli", OWN).get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(web.anonymous().logIn("tanli", OWN).location()).contains("error");
        assertThat(directory.holdersOf(Role.DRAFTER, "u02"))
                .extracting(Person::userId)
                .doesNotContain("tanli");

        assertThat(sysadmin.get("/admin/people/tanli").body())
                .contains("开设账号", "授予岗位", "本人修改口令", "停用账号", "襄阳市发展和改革委员会");
        assertDone(send(sysadmin, "/admin/people/tanli/enable"));
        web.login("tanli", OWN);
    }

    @Test
    void a_password_set_by_the_administrator_ends_the_logins_and_has_to_be_changed() {
        open("resetme", new Post("u03", Role.DRAFTER));
        Visitor before = web.login("resetme");

        assertDone(send(sysadmin, "/admin/people/resetme/password", "password", FIRST));

        assertThat(before.get("/cases").leadsToLogin()).isTrue();
        Visitor after = web.anonymous();
        after.logIn("resetme", FIRST);
        assertThat(after.get("/cases").location()).endsWith("/account");
        assertThat(web.anonymous().logIn("resetme", Web.PASSWORD).location()).contains("error");
    }

    @Test
    void somebody_locked_out_is_let_in_again() {
        open("lockedout", new Post("u03", Role.DRAFTER));
        tables.sql("update ACT_ID_USER set ATTEMPTS_ = 10 where ID_ = 'lockedout'")
                .update();
        assertThat(web.anonymous().logIn("lockedout", Web.PASSWORD).location()).contains("error");
        assertThat(sysadmin.get("/admin/people?q=lockedout").body()).contains("口令输错过多，已锁定");

        assertDone(send(sysadmin, "/admin/people/lockedout/unlock"));

        web.login("lockedout");
    }

    @Test
    void a_post_taken_away_ends_the_login_and_gives_its_tasks_back() {
        open("leaver", new Post("u01", Role.CLERK));
        String number = submitting.measure();
        process.claim(process.task(number, JointReview.CHECK), "leaver");
        Visitor leaver = web.login("leaver");

        assertDone(send(secadmin, "/admin/people/leaver/posts/withdraw", "unit", "u01", "role", "CLERK"));

        assertThat(leaver.get("/cases").leadsToLogin()).isTrue();
        assertThat(process.task(number, JointReview.CHECK).getAssignee()).isNull();
        assertThat(process.actor("leaver").posts()).isEmpty();
    }

    @Test
    void no_administrator_does_the_others_part_or_gives_to_itself() {
        assertThat(send(secadmin, "/admin/people/secop/posts", "unit", "u01", "role", "LEADER")
                        .body())
                .contains("安全管理员不能授予或者收回自己的岗位");
        assertThat(process.actor("secop").holds(Role.LEADER)).isFalse();
        assertThat(send(sysadmin, "/admin/people/chenyu/posts", "unit", "u02", "role", "UNITHEAD")
                        .status())
                .isEqualTo(403);
        assertThat(send(secadmin, "/admin/people", "userId", "quietly", "name", "某", "unit", "u02", "password", FIRST)
                        .status())
                .isEqualTo(403);
        assertThat(send(sysadmin, "/admin/people/admin/disable").body()).contains("不能停用自己的账号");
        assertThat(send(secadmin, "/admin/people/dengaudit/posts", "unit", "u01", "role", "REVIEWER")
                        .body())
                .contains("不得互相兼任");
        assertThat(sysadmin.get("/cases/" + submitting.measure()).status()).isEqualTo(404);
    }

    @Test
    void a_wrong_entry_keeps_what_was_typed() {
        Answer answer = send(sysadmin, "/admin/people", "userId", "wang.wu", "name", "王五", "password", "kurz");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"wang.wu\"", "value=\"王五\"", "账号为2至32位字母和数字。", "请选择所在单位。", "至少10个字符");
        assertThat(send(sysadmin, "/admin/people", "userId", "chenyu", "name", "陈", "unit", "u02", "password", FIRST)
                        .body())
                .contains("该账号已被使用");
        assertThat(send(sysadmin, "/admin/people", "userId", "ChenYu", "name", "陈", "unit", "u02", "password", FIRST)
                        .body())
                .contains("该账号已被使用");
    }

    @Test
    void a_county_keeps_its_own_units_and_people_only() {
        open("fcsysadmin", new Post("u11", Role.SYSADMIN));
        open("fcsecadmin", new Post("u11", Role.SECADMIN));
        open("citysysadmin", new Post("u01", Role.SYSADMIN));
        open("inboth", new Post("u11", Role.ADVISER), new Post("u05", Role.ADVISER));
        Visitor county = web.login("fcsysadmin");
        Visitor countySecurity = web.login("fcsecadmin");
        Visitor city = web.login("citysysadmin");

        assertThat(county.get("/admin/units").body()).contains("樊城区商务局").doesNotContain("襄阳市商务局");
        assertThat(county.get("/admin/people").body()).contains("fcdrafter").doesNotContain("chenyu");
        assertThat(county.get("/admin/units/u02").status()).isEqualTo(404);
        assertThat(send(county, "/admin/units/u02", "name", "改名").status()).isEqualTo(404);
        assertThat(send(county, "/admin/units/u12/dissolve", "successor", "u02", "checked", "true")
                        .body())
                .contains("请选择承接单位");
        assertThat(send(county, "/admin/people/chenyu/password", "password", FIRST)
                        .status())
                .isEqualTo(404);
        assertThat(send(county, "/admin/people/inboth/password", "password", FIRST)
                        .body())
                .contains("不在您管理的区划内");
        assertThat(send(countySecurity, "/admin/people/fcdrafter/posts", "unit", "u01", "role", "LEADER")
                        .body())
                .contains("不在您管理的区划内");
        assertThat(send(county, "/admin/units", "name", "新局", "region", "r420600")
                        .status())
                .isEqualTo(422);

        assertThat(city.get("/admin/units/u12").status()).isEqualTo(200);
        assertThat(city.get("/admin/people/admin").status()).isEqualTo(404);
    }

    @Test
    void a_successor_takes_over_tasks_people_and_cases_and_the_old_unit_submits_no_more() {
        String old = added("襄阳市粮食局");
        String successor = added("襄阳市发展储备局");
        open("grain", new Post(old, Role.DRAFTER));
        open("reserve", new Post(successor, Role.DRAFTER));
        String asked = submit(old);
        askForSupplement(asked);
        String waiting = submit(old);

        Answer unsure = send(sysadmin, "/admin/units/" + old + "/dissolve", "successor", successor);
        assertThat(unsure.body()).contains("请核对后勾选确认");
        assertDone(send(sysadmin, "/admin/units/" + old + "/dissolve", "successor", successor, "checked", "true"));
        askForSupplement(waiting);

        Actor reserve = process.actor("reserve");
        assertThat(inbox.openTo(reserve)).extracting(InboxTask::caseNumber).contains(asked, waiting);
        assertThat(inbox.workable(process.task(asked, JointReview.SUPPLEMENT).getId(), reserve))
                .isPresent();
        process.claim(process.task(asked, JointReview.SUPPLEMENT), "reserve");
        assertThat(cases.find(asked, reserve)).isPresent();
        assertThat(cases.latest(reserve, 50))
                .extracting(review -> review.number())
                .contains(asked, waiting);
        Actor grain = process.actor("grain");
        assertThat(grain.posts()).containsExactly(new Post(successor, Role.DRAFTER));
        assertThat(grain.belongsTo(old)).isTrue();
        assertThat(submissions.check(
                        submitting.submission("grain", old, Issuance.GOVERNMENT, SampleMeasure.BODY), grain))
                .map(Refusal::key)
                .contains("submission.notYourUnit");
        assertThat(sysadmin.get("/admin/units/" + old).body()).contains("该单位已撤并，由襄阳市发展储备局承接");
        assertThat(sysadmin.get("/admin/units/" + successor).body()).contains("承接撤并单位", "襄阳市粮食局");
        assertThat(send(secadmin, "/admin/people/grain/posts", "unit", old, "role", "UNITHEAD")
                        .body())
                .contains("该单位已撤并");
    }

    @Test
    void a_unit_is_renamed_with_its_groups_and_keeps_its_id() {
        String unit = added("襄阳市旅游局");

        assertDone(send(sysadmin, "/admin/units/" + unit, "name", "襄阳市文化和旅游局", "liaison", "王五 0710-1"));

        assertThat(sysadmin.get("/admin/units?q=" + unit).body()).contains("襄阳市文化和旅游局", "王五 0710-1");
        assertThat(tables.sql("select NAME_ from ACT_ID_GROUP where ID_ = ?")
                        .param(unit + "drafter")
                        .query(String.class)
                        .single())
                .isEqualTo("襄阳市文化和旅游局·起草经办");
        assertThat(send(sysadmin, "/admin/units", "name", "襄阳市文化和旅游局", "region", "r420600")
                        .body())
                .contains("已有同名单位");
    }

    private String submit(String unit) {
        return submitting.measure("grain", unit, Issuance.GOVERNMENT, SampleMeasure.BODY);
    }

    private void askForSupplement(String number) {
        process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充说明。"));
    }

    private String added(String name) {
        Answer answer = send(sysadmin, "/admin/units", "name", name, "region", "r420600");
        assertDone(answer);
        return answer.location().replaceFirst(".*/", "");
    }

    private void open(String userId, Post... posts) {
        if (directory.actor(userId).isEmpty()) {
            directory.open(new Person(userId, "试用"), Web.PASSWORD, List.of(posts));
        }
    }

    @Test
    void the_system_administrator_sees_when_everything_was_last_backed_up() {
        assertThat(sysadmin.get("/admin/people").body()).contains("<span class=\"tag tag-wait\">尚未备份</span>");
        assertThat(secadmin.get("/admin/people").body()).doesNotContain("尚未备份");

        backup(Duration.ofDays(6), true);
        assertThat(sysadmin.get("/admin/people").body()).contains("<span class=\"cell-note\">上次备份 ");
        backup(Duration.ofDays(8), true);
        assertThat(sysadmin.get("/admin/people").body()).contains("<span class=\"tag tag-wait\">上次备份 ");
        backup(Duration.ofDays(1), false);
        assertThat(sysadmin.get("/admin/people").body()).contains("数据库须另用 pg_dump 备份");
    }

    private void backup(Duration age, boolean database) {
        clock.advance(age.negated());
        try {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> events.publishEvent(new Backup(database)));
        } finally {
            clock.reset();
        }
    }

    /** The entry of a backup, as the record holds it. */
    private record Backup(boolean database) implements AuditableEvent {

        @Override
        public String subject() {
            return AuditTrail.BACKUPS;
        }

        @Override
        public String act() {
            return "backup.made";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("file", "/backup.zip", "database", database);
        }
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(answer.leadsToLogin()).as(answer.toString()).isFalse();
    }

    private static Answer send(Visitor visitor, String path, String... fields) {
        Map<String, String> form = new HashMap<>(Map.of("_csrf", visitor.csrf()));
        for (int field = 0; field < fields.length; field += 2) {
            form.put(fields[field], fields[field + 1]);
        }
        return visitor.submit(path, form);
    }
}
