package org.fairreview.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.kit.Answer;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The break-glass account is opened by two, is an alarm while it is open, and is sealed again. */
@ProductTest
class SealedAccountStoryTests {

    private static final String PAGE = "/admin/sealed";
    private static final String ALARM = "封存账号已启用";
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern PASSWORD = Pattern.compile("secret-once\">([^<]+)<");

    @Autowired
    Web web;

    @Autowired
    Directory directory;

    @Autowired
    MovableClock clock;

    @AfterEach
    void it_is_sealed() {
        send(web.login("admin"), PAGE + "/close");
        clock.reset();
    }

    @Test
    void one_alone_does_not_open_it() {
        Visitor sysadmin = web.login("admin");

        assertThat(send(sysadmin, PAGE).body()).contains("请填写启用原因");
        assertDone(send(sysadmin, PAGE, "reason", "流程卡死"));

        assertThat(send(sysadmin, PAGE + "/confirm").body()).contains("须由另一类管理员确认");
        assertThat(send(sysadmin, PAGE + "/password").status()).isEqualTo(422);
        assertThat(web.login("secop").get("/cases").body()).doesNotContain(ALARM);
    }

    @Test
    void two_open_it_for_some_hours_and_every_step_is_in_the_record() {
        Visitor sysadmin = web.login("admin");
        Visitor secadmin = web.login("secop");
        Visitor auditor = web.login("dengaudit");
        assertDone(send(secadmin, PAGE, "reason", "流程实例卡死，须人工处置"));
        assertDone(send(sysadmin, PAGE + "/confirm"));
        assertThat(send(sysadmin, PAGE + "/password").status()).isEqualTo(422);

        Matcher shown = PASSWORD.matcher(send(secadmin, PAGE + "/password").body());
        assertThat(shown.find()).isTrue();
        String password = shown.group(1);
        assertThat(send(secadmin, PAGE + "/password").body()).contains("口令只向申请人显示一次");
        assertThat(secadmin.get(PAGE).body()).doesNotContain(password);

        for (Visitor warned : List.of(sysadmin, secadmin, auditor)) {
            assertThat(warned.get("/cases").body()).contains(ALARM, "流程实例卡死，须人工处置");
        }
        assertThat(web.login("chenyu").get("/cases").body()).doesNotContain(ALARM);

        Visitor sealed = web.login("sealed", password);
        assertThat(sealed.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(sealed.send("PUT", ENGINE + "/job/none/retries", Map.of("retries", 1))
                        .body())
                .doesNotContain("该操作不对外开放");
        assertThat(sealed.get("/admin/people").status()).isEqualTo(403);
        assertThat(sysadmin.get(PAGE).body()).contains("申请启用封存账号", "确认启用", "取得口令", "登录", "/job/none/retries");

        clock.advance(Duration.ofHours(4).plusMinutes(1));

        assertThat(sealed.get(ENGINE + "/task").status()).isEqualTo(401);
        assertThat(web.anonymous().logIn("sealed", password).location()).contains("error");
        assertThat(auditor.get("/cases").body()).doesNotContain(ALARM);
        assertThat(sysadmin.get(PAGE).body()).contains("到期自动封存");
    }

    @Test
    void it_is_sealed_before_its_time_by_either_of_them() {
        Visitor sysadmin = web.login("admin");
        Visitor secadmin = web.login("secop");
        assertDone(send(sysadmin, PAGE, "reason", "演练"));
        assertDone(send(secadmin, PAGE + "/confirm"));
        Matcher shown = PASSWORD.matcher(send(sysadmin, PAGE + "/password").body());
        assertThat(shown.find()).isTrue();
        Visitor sealed = web.login("sealed", shown.group(1));

        assertDone(send(secadmin, PAGE + "/close"));

        assertThat(sealed.get("/camunda/app/cockpit/default/").leadsToLogin()).isTrue();
        assertThat(web.anonymous().logIn("sealed", shown.group(1)).location()).contains("error");
    }

    @Test
    void a_county_has_no_say_in_it() {
        if (directory.actor("fcopener").isEmpty()) {
            directory.open(new Person("fcopener", "试用"), Web.PASSWORD, List.of(new Post("u11", Role.SECADMIN)));
        }

        assertThat(web.login("fcopener").get(PAGE).status()).isEqualTo(403);
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
