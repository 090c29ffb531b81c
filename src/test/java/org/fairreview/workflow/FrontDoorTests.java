package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** One front door: who gets in, where, and how one gets out. */
@ProductTest
class FrontDoorTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final String WEBAPP_LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    @Autowired
    Web web;

    @Autowired
    Directory directory;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Test
    void the_login_page_is_reachable_by_everybody() {
        Answer page = web.anonymous().get("/login");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"username\"").contains("name=\"password\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/measures/new", "/no-such-page", TASKLIST, "/camunda/app/cockpit/default/"})
    void pages_lead_to_the_login_page(String page) {
        assertThat(web.anonymous().get(page)).matches(Answer::leadsToLogin, "leads to the login page");
    }

    @Test
    void one_login_opens_portal_and_tasklist() {
        Visitor visitor = web.login("wangmin");

        assertThat(visitor.get("/").leadsToLogin()).isFalse();
        assertThat(visitor.get(TASKLIST).status()).isEqualTo(200);
        assertThat(visitor.get(TASKS).status()).isEqualTo(200);
        assertThat(visitor.post(TASKS, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void after_the_login_one_lands_where_one_wanted_to_go_and_never_on_a_background_request() {
        Visitor visitor = web.anonymous();
        visitor.get(TASKLIST);
        visitor.get(TASKS);

        assertThat(visitor.logIn("wangmin", Web.PASSWORD).location()).endsWith(TASKLIST);
    }

    @Test
    void a_write_through_the_web_applications_without_their_token_is_refused_and_ends_the_session() {
        Visitor visitor = web.login("wangmin").with("X-XSRF-TOKEN", "");

        assertThat(visitor.post(TASKS, Map.of()).status()).isEqualTo(403);
        assertThat(visitor.without("X-XSRF-TOKEN").get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void a_form_of_our_own_without_its_token_is_refused() {
        Visitor visitor = web.login("wangmin");

        assertThat(visitor.submit("/logout", Map.of()).status()).isEqualTo(403);
        assertThat(visitor.get(TASKS).status()).isEqualTo(200);
    }

    @Test
    void logout_in_tasklist_ends_everything() {
        Visitor visitor = web.login("wangmin");

        assertThat(visitor.post(WEBAPP_LOGOUT, null).status()).isEqualTo(204);
        assertLoggedOut(visitor);
    }

    @Test
    void logout_in_the_portal_ends_everything() {
        Visitor visitor = web.login("wangmin");
        String session = visitor.cookie("JSESSIONID").orElseThrow();

        Answer answer = visitor.submit("/logout", Map.of("_csrf", visitor.csrf()));
        assertThat(answer.location()).endsWith("/login?logout");
        assertLoggedOut(visitor);

        Visitor thief = web.anonymous();
        thief.setCookie("JSESSIONID", session);
        assertLoggedOut(thief);
    }

    private static void assertLoggedOut(Visitor visitor) {
        assertThat(visitor.get("/")).matches(Answer::leadsToLogin, "leads to the login page");
        assertThat(visitor.get(TASKLIST)).matches(Answer::leadsToLogin, "leads to the login page");
        assertThat(visitor.get(TASKS).status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_and_an_unknown_account_get_the_same_answer() {
        open("mistyper");
        Visitor mistyper = web.anonymous();
        Visitor stranger = web.anonymous();

        assertThat(mistyper.logIn("mistyper", "Wrong#Password1").location()).endsWith("/login?error");
        assertThat(stranger.logIn("nobodyatall", "Wrong#Password1").location()).endsWith("/login?error");
        assertLoggedOut(mistyper);
        assertLoggedOut(stranger);
    }

    @Test
    void repeated_failures_lock_the_account_on_both_doors() {
        open("forgetter");
        try {
            assertThat(web.anonymous().logIn("forgetter", "Wrong#Password1").location())
                    .endsWith("/login?error");
            assertThat(web.anonymous().logIn("forgetter", Web.PASSWORD).location())
                    .as("right password, seconds after a wrong one")
                    .endsWith("/login?error");
            assertThat(web.basic("forgetter").get("/engine-rest/task").status()).isEqualTo(401);

            minutesLater(6);
            assertThat(web.basic("forgetter").get("/engine-rest/task").status()).isEqualTo(200);

            for (int failure = 1; failure <= 10; failure++) {
                minutesLater(6 + 6 * failure);
                web.basic("forgetter", "Wrong#Password1").get("/engine-rest/task");
            }
            minutesLater(24 * 60);
            assertThat(web.basic("forgetter").get("/engine-rest/task").status())
                    .as("right password after ten wrong ones")
                    .isEqualTo(401);
            assertThat(web.anonymous().logIn("forgetter", Web.PASSWORD).location())
                    .endsWith("/login?error");
        } finally {
            ClockUtil.reset();
        }
    }

    private static void minutesLater(int minutes) {
        ClockUtil.offset(minutes * 60_000L);
    }

    @Test
    void rest_asks_for_http_basic_and_never_redirects() {
        for (String path : List.of("/engine-rest/task", "/engine-rest/no-such-thing", "/api/no-such-thing")) {
            Answer answer = web.anonymous().get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(path).startsWith("Basic");
        }
        open("restless");
        assertThat(web.basic("restless", "Wrong#Password1")
                        .get("/engine-rest/task")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void rest_keeps_no_session_and_takes_none() {
        assertThat(web.basic("wangmin").get("/engine-rest/task").header("Set-Cookie"))
                .isEmpty();
        assertThat(web.session("wangmin").get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void rest_applies_the_groups_of_the_person() {
        String task = process.task(submitting.measure(), JointReview.CHECK).getId();

        assertThat(web.basic("wangmin").get("/engine-rest/task/" + task).status())
                .isEqualTo(200);
        assertThat(web.basic("zhaolei").get("/engine-rest/task/" + task).status())
                .isNotEqualTo(200);
        assertThat(web.session("wangmin").get(TASKS + "/" + task).status()).isEqualTo(200);
        assertThat(web.session("zhaolei").get(TASKS + "/" + task).status()).isNotEqualTo(200);
    }

    @Test
    void health_says_up_or_down_and_nothing_more() {
        Answer health = web.anonymous().get("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(web.session("wangmin").get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(web.session("secop").get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void health_tells_a_system_administrator_how_old_the_last_backup_is() {
        assertThat(web.session("admin").get("/actuator/health").body())
                .containsPattern("\"backup\":\\{\"status\":\"UP\",\"details\":\\{\"madeAt\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/health/db"
            })
    void the_rest_of_the_actuator_is_closed(String path) {
        assertThat(web.anonymous().get(path)).matches(Answer::leadsToLogin, "leads to the login page");
        assertThat(web.session("admin").get(path).status()).isEqualTo(403);
    }

    /** Without a member of the engine's administrators the path would make one of anybody (CVE-2026-77226). */
    @Test
    void the_setup_path_is_closed_for_everybody() {
        Map<String, Object> administrator = Map.of(
                "profile",
                Map.of("id", "intruder", "firstName", "a", "lastName", "b"),
                "credentials",
                Map.of("password", "Changed#2026now"));
        String path = "/camunda/api/admin/setup/default/user/create";
        String page = "/camunda/app/admin/default/setup/";

        identities.deleteMembership("sealed", Groups.CAMUNDA_ADMIN);
        try {
            assertThat(web.anonymous().post(path, administrator).status()).isEqualTo(401);
            assertThat(web.anonymous().get(page).status()).isIn(302, 401, 403);
            for (String person : List.of("wangmin", "admin")) {
                assertThat(web.session(person).post(path, administrator).status())
                        .as(person)
                        .isEqualTo(403);
                assertThat(web.session(person).get(page).status()).as(person).isEqualTo(403);
            }
            assertThat(identities.createUserQuery().userId("intruder").count()).isZero();
        } finally {
            identities.createMembership("sealed", Groups.CAMUNDA_ADMIN);
        }
    }

    @Test
    void the_engines_administrators_are_one_sealed_account_that_nobody_can_use() {
        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .list())
                .extracting(User::getId)
                .containsExactly("sealed");
        assertThat(web.basic("sealed").get("/engine-rest/task").status()).isEqualTo(401);
    }

    @Test
    void the_web_applications_have_no_login_of_their_own() {
        Visitor visitor = web.anonymous();
        visitor.get("/login");

        Answer answer = visitor.submit(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                Map.of("username", "wangmin", "password", Web.PASSWORD));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(visitor.get(TASKS).status()).isEqualTo(401);
        assertThat(web.session("wangmin")
                        .submit(
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                Map.of("username", "wangmin", "password", Web.PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void our_pages_load_nothing_from_outside_and_are_framed_by_nobody_else() {
        Answer page = web.anonymous().get("/login");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .contains("script-src 'self'")
                .contains("object-src 'none'")
                .contains("frame-ancestors 'self'")
                .contains("form-action 'self'");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(web.session("wangmin").get(TASKLIST).header("Content-Security-Policy"))
                .contains("base-uri 'self'");
    }

    @Test
    void a_login_makes_a_new_session() {
        Visitor visitor = web.anonymous();
        visitor.get("/login");
        String before = visitor.cookie("JSESSIONID").orElseThrow();

        visitor.logIn("wangmin", Web.PASSWORD);

        assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
        Visitor attacker = web.anonymous();
        attacker.setCookie("JSESSIONID", before);
        assertLoggedOut(attacker);
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        Visitor visitor = web.anonymous();
        List<String> cookies = visitor.get("/login").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void passwords_are_kept_as_slow_hashes() {
        List<String> passwords = database.queryForList("select PWD_ from ACT_ID_USER", String.class);

        assertThat(passwords).hasSizeGreaterThan(15).allSatisfy(password -> assertThat(password)
                .startsWith("{pbkdf2}")
                .hasSizeGreaterThan(80));
        assertThat(passwords).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ab#45678", "xiangyang#2026", "XIANGYANG#2026", "Xiangyang2026", "Xiangyang##", "Weakling#2026"})
    void a_weak_password_is_refused(String password) {
        assertThatThrownBy(() -> directory.open(new Person("weakling", "弱口令"), password, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(directory.actor("weakling")).isEmpty();
    }

    @Test
    void an_account_without_posts_sees_no_task() {
        open("postless");
        submitting.measure();

        assertThat(web.session("postless").get(TASKS).body()).isEqualTo("[]");
    }

    private void open(String userId, Post... posts) {
        if (directory.actor(userId).isEmpty()) {
            directory.open(new Person(userId, "试用"), Web.PASSWORD, List.of(posts));
        }
    }

    @Test
    void cockpit_is_for_auditors_and_admin_for_nobody() {
        open("cityauditor", new Post("u01", Role.AUDITOR));

        assertThat(web.session("cityauditor")
                        .get("/camunda/app/cockpit/default/")
                        .status())
                .isEqualTo(200);
        assertThat(web.session("wangmin").get("/camunda/app/cockpit/default/").status())
                .isEqualTo(403);
        for (String person : List.of("wangmin", "cityauditor", "admin", "secop")) {
            assertThat(web.session(person).get("/camunda/app/admin/default/").status())
                    .as(person)
                    .isEqualTo(403);
        }
    }
}
