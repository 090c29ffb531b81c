package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
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
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is recorded besides accepted acts: logins, refusals, reads, and what the engine does by itself. */
@ProductTest
class SeparateRecordTests {

    @Autowired
    Web web;

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    ProcessDriver process;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identities;

    @Autowired
    FileStore files;

    @Autowired
    Directory directory;

    @Autowired
    AuditTrail trail;

    @Autowired
    RecordCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    @Test
    void whoever_comes_and_goes_and_is_not_let_in_is_on_record() {
        Visitor sunqian = web.login("sunqian");
        sunqian.post("/camunda/api/admin/auth/user/default/logout", null);
        web.anonymous().logIn("sunqian", "Falsch#2026");
        jdbc.sql("update ACT_ID_USER set ATTEMPTS_ = 0, LOCK_EXP_TIME_ = null where ID_ = 'sunqian'")
                .update();
        web.basic("nobody", "Falsch#2026").get("/api/cases");

        List<AuditEntry> newest = trail.newestIn(Chains.LOGINS, 4);
        assertThat(newest)
                .extracting(AuditEntry::act)
                .containsExactly("login.unknown", "login.failed", "login.went", "login.cameIn");
        assertThat(newest.get(3).actor()).isEqualTo(new ActingPerson("sunqian", "孙倩", "襄阳市市场监督管理局"));
        assertThat(newest.get(3).session()).hasSize(32).isEqualTo(newest.get(2).session());
        assertThat(newest.get(1).subject()).isEqualTo("sunqian");
        assertThat(newest.get(1).isAutomatic()).isFalse();
        assertThat(newest.get(0).details()).isEqualTo("{\"account\":\"nobody\"}");
        erase(newest.get(0), "details.account");
        assertThat(trail.newestIn(Chains.LOGINS, 4).get(0).details()).isEqualTo("{}");
        assertThat(check.verify(Chains.LOGINS).isBroken()).isFalse();
    }

    @Test
    void a_program_that_sends_its_password_each_time_is_on_record_once_a_day() {
        directory.open(new Person("program", "办公系统"), Web.PASSWORD, List.of(new Post("u02", Role.DRAFTER)));
        for (int call = 0; call < 3; call++) {
            web.basic("program").get("/api/cases");
        }
        directory.dismiss("program", new Post("u02", Role.DRAFTER));
        assertThat(trail.newestIn(Chains.LOGINS, 50))
                .filteredOn(entry ->
                        entry.subject().equals("program") && entry.details().contains("BASIC"))
                .hasSize(1);
    }

    @Test
    void what_is_refused_is_on_record_without_what_was_typed() {
        String number = people.inReview();
        String task = process.task(number, JointReview.REVIEW).getId();
        Web.Rest zhaolei = web.rest(Web.Surface.WEBAPP, "zhaolei");
        zhaolei.post("/task/" + task + "/claim", Map.of("userId", "zhaolei"));
        Answer refused = zhaolei.post(
                "/task/" + task + "/submit-form",
                Map.of("variables", Map.of("secretWord", Map.of("value", "zqTyped", "type", "String"))));

        assertThat(refused.status()).isEqualTo(409);
        AuditEntry entry = trail.newestIn(Chains.REFUSALS, 1).get(0);
        assertThat(entry.act()).isEqualTo("refusal.told");
        assertThat(entry.actor().userId()).isEqualTo("zhaolei");
        assertThat(entry.details())
                .contains("guard.notAField", "/task/" + task + "/submit-form")
                .doesNotContain("zqTyped");

        assertThat(web.session("chenyu").get("/admin/people").status()).isEqualTo(403);
        assertThat(trail.newestIn(Chains.REFUSALS, 1).get(0).details()).contains("GET /admin/people");
        assertThat(zhaolei.post("/message", Map.of("messageName", "x")).status())
                .isEqualTo(403);
        assertThat(trail.newestIn(Chains.REFUSALS, 1).get(0).act()).isEqualTo("refusal.forbidden");
        assertThat(web.session("chenyu")
                        .submit(
                                "/cases/" + number + "/circulation",
                                Map.of("_csrf", web.session("chenyu").csrf()))
                        .status())
                .isIn(403, 404, 422);
        assertThat(check.verify(Chains.REFUSALS).isBroken()).isFalse();
    }

    @Test
    void the_engines_own_steps_are_on_record_beside_the_acts() {
        String number = people.inSigning();
        people.signOff(number);

        List<AuditEntry> all = trail.everythingOf(number);
        assertThat(all)
                .extracting(AuditEntry::act)
                .contains(
                        "trace.started", "trace.taken", "trace.decided", "trace.step", "trace.file", "task.completed");
        assertThat(all)
                .filteredOn(entry -> entry.act().equals("trace.step"))
                .allSatisfy(entry -> assertThat(entry.isAutomatic()).isTrue())
                .allSatisfy(entry -> assertThat(entry.actor().isSystem()).isTrue());
        assertThat(all)
                .filteredOn(entry -> entry.act().equals("trace.decided"))
                .first()
                .satisfies(entry -> assertThat(entry.details()).contains("ReviewRoute", "outputs"));
        assertThat(all)
                .filteredOn(entry -> entry.act().equals("trace.taken"))
                .extracting(entry -> entry.actor().userId())
                .contains("wangmin", "liufang", "zhaolei");
        String document = files.boundTo(number).stream()
                .filter(file -> file.kind().equals(Optional.of("CONCLUSION")))
                .findFirst()
                .orElseThrow()
                .sha256();
        assertThat(all).anySatisfy(entry -> assertThat(entry.details()).contains("sha256", document));
        assertThat(trail.of(number)).noneMatch(entry -> entry.act().startsWith("trace."));
        assertThat(check.verifyCase(number).isBroken()).isFalse();
    }

    @Test
    void timers_that_fire_are_on_record() {
        String number = people.supplementAsked();
        assertThat(process.fireTimers(number)).isPositive();

        assertThat(trail.everythingOf(number)).extracting(AuditEntry::act).contains("trace.timer");
    }

    @Test
    void what_administrators_do_in_the_engine_is_on_record() {
        String number = people.inSigning();
        people.sign(number, "liufang");
        people.sign(number, "zhangwei");
        String instance = process.process(number).getId();
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .get(0)
                .getId();
        process.as("admin", () -> {
            identities.setAuthentication("admin", process.actor("admin").groups(), List.of("r420600"));
            management.setJobRetries(job, 2);
            identities.clearAuthentication();
            return null;
        });

        AuditEntry last =
                trail.everythingOf(number).get(trail.everythingOf(number).size() - 1);
        assertThat(last.act()).isEqualTo("trace.operation");
        assertThat(last.actor().userId()).isEqualTo("admin");
        assertThat(last.details()).contains("SetJobRetries", "retries");
    }

    @Test
    void the_models_are_on_record_with_their_digests() {
        assertThat(trail.everythingOf("models")).first().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("trace.deployed");
            assertThat(entry.details()).contains("measure-review.bpmn");
        });
    }

    @Test
    void where_no_read_and_no_login_can_be_recorded_nothing_is_given() throws SQLException {
        String number = submitting.measure();
        StoredFile file = files.boundTo(number).get(0);
        Visitor liufang = web.session("liufang");
        String address = "/cases/" + number + "/files/" + file.id();
        assertThat(liufang.get(address).status()).isEqualTo(200);
        int reads = trail.readsOf(number).size();
        Visitor late = web.anonymous();
        String csrf = late.csrf();
        List<Connection> taken = new ArrayList<>();
        DirectFieldAccessor patience =
                new DirectFieldAccessor(Objects.requireNonNull(new DirectFieldAccessor(pool).getPropertyValue("pool")));
        Object before = patience.getPropertyValue("connectionTimeout");
        patience.setPropertyValue("connectionTimeout", 300);
        try {
            takeAllThatAreLeft(taken);
            Answer answer = liufang.get(address);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain(SampleMeasure.BODY.substring(0, 20));
            Answer login =
                    late.submit("/login", Map.of("username", "sunqian", "password", Web.PASSWORD, "_csrf", csrf));
            assertThat(login.status()).isEqualTo(500);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
            patience.setPropertyValue("connectionTimeout", before);
        }
        assertThat(trail.readsOf(number)).hasSize(reads);
        assertThat(late.get("/cases").leadsToLogin()).isTrue();
    }

    /** What works in the background, as the upkeep of the file, may have one for longer than a test waits. */
    private void takeAllThatAreLeft(List<Connection> taken) throws SQLException {
        try {
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
        } catch (SQLTransientConnectionException noneLeft) {
            assertThat(taken).isNotEmpty();
        }
    }

    @Test
    void who_cannot_be_recorded_is_not_logged_in() {
        jdbc.sql("alter table audit_entry add constraint full_disk check (chain <> 'logins' or seq <= %d)"
                        .formatted(trail.newestIn(Chains.LOGINS, 1).get(0).seq()))
                .update();
        Visitor late = web.anonymous();
        try {
            assertThat(late.logIn("sunqian", Web.PASSWORD).status()).isEqualTo(500);
            assertThat(late.logIn("sunqian", "Falsch#2026").status()).isEqualTo(500);
        } finally {
            jdbc.sql("alter table audit_entry drop constraint full_disk").update();
        }
        jdbc.sql("update ACT_ID_USER set ATTEMPTS_ = 0, LOCK_EXP_TIME_ = null where ID_ = 'sunqian'")
                .update();
        assertThat(late.get("/cases").leadsToLogin()).isTrue();
    }

    private void erase(AuditEntry entry, String name) {
        jdbc.sql("update audit_personal set salt = null, plain = null where chain = ? and seq = ? and name = ?")
                .params(entry.chain(), entry.seq(), name)
                .update();
    }
}
