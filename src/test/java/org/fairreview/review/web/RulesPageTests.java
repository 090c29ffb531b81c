package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Screened;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.fairreview.review.CaseFile;
import org.fairreview.screening.RulesInForce;
import org.fairreview.screening.Screenings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of the screening rules: read, tried, changed with a look at what that changes. */
@ProductTest
class RulesPageTests {

    private static final String NEW_RULE =
            """
              - 名称: 试算用的雪糕规则
                依据: 条例第八条第五项
                理由: 只为试验
                提问: 只为试验
                信号:
                  - 雪糕专营
                违法示例:
                  - 全市实行雪糕专营。
                合法示例:
                  - 雪糕由各类企业经营。
            """;

    @Autowired
    Web web;

    @Autowired
    RulesInForce rules;

    @Autowired
    Submitting submitting;

    @Autowired
    Screened screened;

    @Autowired
    Screenings screenings;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Value("${fairreview.data}")
    Path data;

    /** The other tests of the context expect the rules that the product ships. */
    @AfterEach
    void put_the_shipped_rules_back() {
        if (!rules.current().ruleVersion().equals(version(firstInForce()))) {
            put(upload(file(firstInForce())));
        }
        assertThat(rules.current().ruleVersion()).isEqualTo(version(firstInForce()));
    }

    @Test
    void the_rules_are_listed_by_item_with_signals_exclusions_and_examples_and_can_be_searched() {
        String page = web.session("zhaolei").get("/screening/rules").body();
        assertThat(page)
                .contains(rules.current().ruleVersion())
                .contains("违法示例")
                .contains("合法示例")
                .contains("排除")
                .contains("词表");
        String name = rules.current().rules().get(0).name();
        assertThat(web.session("zhaolei")
                        .get("/screening/rules?q=" + encoded(name))
                        .body())
                .contains(name);
        assertThat(web.session("zhaolei")
                        .get("/screening/rules?q=" + encoded("没有这个词"))
                        .body())
                .contains("没有这样的规则");
    }

    @Test
    void a_text_can_be_tried_and_a_text_without_hits_is_not_called_harmless() {
        assertThat(tryText("获得奖励的企业十年内不得迁出本市。").body())
                .contains("处提示")
                .contains("hit-mark")
                .contains("请核实");
        assertThat(tryText("各类企业平等参与。").body()).contains("没有提示不等于没有风险");
        Answer empty = tryText("  ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("请先粘贴一段文字");
        Answer tooLong = tryText("长".repeat(20_001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("超过 20000 字").contains("长长长");
    }

    @Test
    void a_broken_file_is_refused_at_the_field_with_its_line() {
        Answer answer = post(shipped().replaceFirst("名称: ", "名: "));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).containsPattern("第 \\d+ 行").contains("没有“名”这一项");
        assertThat(post("").body()).contains("请选择规则文件");
        assertThat(post(shipped()).body()).contains("完全相同");
    }

    @Test
    void a_changed_file_shows_what_it_would_change_before_it_comes_into_force_and_both_are_recorded() {
        String number = submitting.measure("chenyu", "u02", Issuance.GOVERNMENT, "第一条 本市实行雪糕专营。\n第二条 本办法自印发之日起施行。\n");
        screened.version(number);
        String before = rules.current().ruleVersion();
        String trial = upload(shipped() + NEW_RULE);
        String page = over(trial);

        assertThat(page).contains("试算用的雪糕规则").contains(number).contains("第一条").contains("新增");
        assertThat(rules.current().ruleVersion()).isEqualTo(before);
        put(trial);
        assertThat(rules.current().ruleVersion()).isNotEqualTo(before);
        assertThat(data.resolve("screening-rules.yaml")).exists();
        AuditEntry entry = trail.lastOf("screening-rules").orElseThrow();
        assertThat(entry.act()).isEqualTo("screening.rulesPut");
        assertThat(entry.actor().userId()).isEqualTo("liufang");
        assertThat(entry.details()).contains(before).contains(rules.current().ruleVersion());
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("现行规则已经更新");

        screenings.again(cases.get(number).versionId());
        assertThat(screened.version(number).hits()).extracting("ruleName").contains("试算用的雪糕规则");
    }

    @Test
    void a_file_tried_against_other_rules_than_those_in_force_is_refused() {
        String first = upload(shipped() + NEW_RULE);
        String second = upload(shipped() + NEW_RULE.replace("只为试验", "只为又一次试验"));
        over(first);
        over(second);
        put(first);

        Answer answer = posting("liufang").send("POST", "/screening/rules/trials/" + second + "/force", null);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("现行规则又有变动");
    }

    @Test
    void a_restricted_measure_is_counted_and_not_quoted() {
        String number = submitting.measure("chenyu", "u02", Issuance.GOVERNMENT, "第一条 限制件实行雪糕专营。\n第二条 本办法自印发之日起施行。\n");
        jdbc.sql("update measure set circulation = 'RESTRICTED' where id = :id")
                .param("id", cases.get(number).measureId())
                .update();
        String trial = upload(shipped() + NEW_RULE.replace("只为试验", "只为限制件试验"));

        assertThat(over(trial)).contains("只计数，不列出").doesNotContain("限制件实行");
    }

    @Test
    void a_countys_section_head_reads_the_rules_and_changes_nothing() {
        String page = web.session("fchead").get("/screening/rules").body();
        assertThat(page).contains("筛查规则").doesNotContain("检查并试算");
        assertThat(posting("fchead").send("POST", "/screening/rules", null).status())
                .isEqualTo(403);
        assertThat(web.session("chenyu").get("/screening/rules").status()).isEqualTo(403);
        assertThat(web.session("secop").get("/screening/rules").status()).isEqualTo(403);
    }

    @Test
    void of_those_who_put_rules_in_force_at_once_one_does_and_the_others_are_told() {
        String trial = upload(shipped() + NEW_RULE.replace("名称: ", "名称: 同时"));
        over(trial);
        Visitor liufang = posting("liufang");
        long before = jdbc.sql("select count(*) from screening_rules")
                .query(Long.class)
                .single();

        List<Integer> statuses = Crowd.atOnce(
                        4, () -> liufang.send("POST", "/screening/rules/trials/" + trial + "/force", null)
                                .status())
                .stream()
                .map(Crowd.Outcome::value)
                .toList();

        assertThat(statuses).noneMatch(status -> status >= 500);
        assertThat(jdbc.sql("select count(*) from screening_rules")
                        .query(Long.class)
                        .single())
                .isEqualTo(before + 1);
    }

    private Answer tryText(String text) {
        return posting("zhaolei").submit("/screening/rules/try", Map.of("text", text));
    }

    private String over(String trial) {
        Visitor head = web.session("liufang");
        Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> head.get(
                        "/screening/rules/trials/" + trial + "/standing")
                .json()
                .path("over")
                .asBoolean());
        return head.get("/screening/rules/trials/" + trial).body();
    }

    private void put(String trial) {
        over(trial);
        Answer answer = posting("liufang").send("POST", "/screening/rules/trials/" + trial + "/force", null);
        assertThat(answer.location()).as(answer.toString()).endsWith("/screening/rules");
    }

    private String upload(String content) {
        Answer answer = post(content);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        return answer.location().replaceAll(".*/", "");
    }

    private Answer post(String content) {
        return posting("liufang").upload("/screening/rules", "规则.yaml", content.getBytes(StandardCharsets.UTF_8));
    }

    private Visitor posting(String userId) {
        Visitor visitor = web.session(userId);
        return visitor.with("X-CSRF-TOKEN", visitor.csrf());
    }

    private String shipped() {
        return file(firstInForce());
    }

    private String file(long change) {
        return web.session("liufang").get("/screening/rules/files/" + change).body();
    }

    private long firstInForce() {
        return jdbc.sql("select min(id) from screening_rules").query(Long.class).single();
    }

    private String version(long change) {
        return jdbc.sql("select version from screening_rules where id = :id")
                .param("id", change)
                .query(String.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
