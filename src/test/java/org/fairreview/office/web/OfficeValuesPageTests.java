package org.fairreview.office.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.TestClock;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.measure.MeasureKind;
import org.fairreview.office.OfficeValues;
import org.fairreview.review.Retention;
import org.fairreview.review.RetentionClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an office sets for itself, on its page; in counties, where no other test looks. */
@ProductTest
class OfficeValuesPageTests {

    private static final String COUNTY = "r420606";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Autowired
    Web web;

    @Autowired
    AuditTrail trail;

    @Autowired
    OfficeValues values;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.MovableClock clock;

    @AfterEach
    void the_counties_have_no_values_of_their_own() {
        jdbc.sql("delete from office_value where region_id <> '*'").update();
    }

    @Test
    void every_value_in_the_table_has_its_place_on_the_page_and_fits_its_kind() {
        List<Map<String, Object>> rows =
                jdbc.sql("select name, setting from office_value").query().listOfRows();
        assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> assertThat(values.find((String) row.get("name"))
                        .orElseThrow(() -> new AssertionError("No definition of " + row))
                        .kind()
                        .check((String) row.get("setting")))
                .isEmpty());

        assertThat(web.session("zhaolei").get("/office-values").body())
                .contains("审查结论的审签环节", "审核（科室负责人） → 签发（局领导）", "条例第十三条", "公竞审", "其他政策性文件", "30年", "本单位规定")
                .doesNotContain("office.value.", "office.group.", ">调整</a>");
    }

    @Test
    void a_change_holds_from_its_day_for_its_region_and_is_on_record_with_both_values() {
        LocalDate today = LocalDate.now(clock);
        Answer saved = set("fchead", "retention.agreement", COUNTY, "YEARS_30", today.plusDays(10), "档案局来函");

        assertThat(saved.location()).as(saved.toString()).contains("/office-values");
        assertThat(retention.of(MeasureKind.AGREEMENT, COUNTY, today.plusDays(9)))
                .isEqualTo(RetentionClass.YEARS_10);
        assertThat(retention.of(MeasureKind.AGREEMENT, COUNTY, today.plusDays(10)))
                .isEqualTo(RetentionClass.YEARS_30);
        assertThat(retention.of(MeasureKind.AGREEMENT, "r420600", today.plusDays(10)))
                .isEqualTo(RetentionClass.YEARS_10);
        AuditEntry entry = trail.lastOf(OfficeValues.SUBJECT).orElseThrow();
        assertThat(entry.actor().userId()).isEqualTo("fchead");
        assertThat(entry.details())
                .contains(
                        "\"value\":\"retention.agreement\"",
                        "\"region\":\"" + COUNTY + "\"",
                        "\"before\":\"YEARS_10\"",
                        "\"after\":\"YEARS_30\"",
                        "\"reason\":\"档案局来函\"");
        assertThat(web.session("fchead").get("/office-values").body()).contains("档案局来函", "起：30年");
    }

    @Test
    void a_chain_is_typed_step_by_step() {
        Map<String, String> fields = fields("fchead", "signing.joint", COUNTY);
        fields.remove("value");
        Visitor fchead = posting("fchead");
        String chain = "&label=%E5%A4%8D%E6%A0%B8&role=LEADER&label=&role=&label=%E7%AD%BE%E5%8F%91&role=LEADER";

        Answer answer = fchead.submit("/office-values/signing.joint?" + chain.substring(1), fields);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(values.inForce("signing.joint", COUNTY, LocalDate.now(clock).plusDays(1)))
                .isEqualTo("复核:LEADER,签发:LEADER");
    }

    @Test
    void what_is_wrong_is_said_and_what_was_typed_stays() {
        Map<String, String> wrong = fields("liufang", "document.prefix", "r420600");
        wrong.putAll(Map.of("value", "公竞审〔2026〕", "from", "2020-01-01", "reason", " "));

        Answer answer = posting("liufang").submit("/office-values/document.prefix", wrong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("只能用汉字", "生效日期最早是明天", "请填写调整理由", "value=\"公竞审〔2026〕\"", "value=\"2020-01-01\"");
        assertThat(set("liufang", "document.prefix", "*", "改竞审", LocalDate.now(clock), "今天已有文书")
                        .body())
                .contains("生效日期最早是明天");
        assertThat(set(
                                "liufang",
                                "document.prefix",
                                "*",
                                "公竞审",
                                LocalDate.now(clock).plusDays(1),
                                "同前")
                        .body())
                .contains("没有需要调整的内容");
        assertThat(posting("liufang").submit("/office-values/nothing", wrong).status())
                .isEqualTo(404);
    }

    @Test
    void nobody_overwrites_unseen_what_another_has_set() {
        Map<String, String> late = fields("fchead", "retention.standard", COUNTY);
        set("fchead", "retention.standard", COUNTY, "PERMANENT", tomorrow(), "先改");

        late.putAll(Map.of("value", "YEARS_10", "reason", "后改"));
        Answer refused = posting("fchead").submit("/office-values/retention.standard", late);
        assertThat(refused.body()).contains("已被他人调整", "后改");

        Matcher seen = SEEN.matcher(refused.body());
        assertThat(seen.find()).isTrue();
        late.put("seen", seen.group(1));
        assertThat(posting("fchead")
                        .submit("/office-values/retention.standard", late)
                        .status())
                .isEqualTo(302);
    }

    @Test
    void the_history_shows_the_regions_that_the_reader_sees() {
        set("fchead", "retention.standard", COUNTY, "PERMANENT", tomorrow(), "樊城的理由");

        assertThat(web.session("liufang").get("/office-values").body()).contains("樊城的理由");
        assertThat(web.session("zyclerk").get("/office-values").body()).doesNotContain("樊城的理由");
    }

    @Test
    void a_section_head_sets_the_own_region_and_the_topmost_one_those_for_all() {
        assertThat(set("fchead", "retention.standard", "*", "PERMANENT", tomorrow(), "越权")
                        .body())
                .contains("只能设定本单位所在区域的事项");
        assertThat(set("liufang", "retention.standard", COUNTY, "PERMANENT", tomorrow(), "越权")
                        .body())
                .contains("只能设定本单位所在区域的事项");
        assertThat(web.session("zhangwei").get("/office-values").status()).isEqualTo(200);
        assertThat(web.session("zhangwei")
                        .get("/office-values/retention.standard")
                        .status())
                .isEqualTo(403);
        assertThat(web.session("liufang")
                        .get("/office-values/retention.standard?region=*")
                        .body())
                .contains("各区域通用");
    }

    private LocalDate tomorrow() {
        return LocalDate.now(clock).plusDays(1);
    }

    private Answer set(String who, String value, String region, String setting, LocalDate from, String reason) {
        Map<String, String> fields = fields(who, value, region);
        fields.putAll(Map.of("value", setting, "from", from.toString(), "reason", reason, "region", region));
        return posting(who).submit("/office-values/" + value, fields);
    }

    private Map<String, String> fields(String who, String value, String region) {
        String page = web.session(who)
                .get("/office-values/" + value + "?region=" + region)
                .body();
        Matcher seen = SEEN.matcher(page);
        assertThat(seen.find()).as(page).isTrue();
        return new HashMap<>(Map.of(
                "seen",
                seen.group(1),
                "region",
                region,
                "value",
                "",
                "from",
                LocalDate.now(clock).plusDays(1).toString(),
                "reason",
                "试"));
    }

    private Visitor posting(String userId) {
        Visitor visitor = web.session(userId);
        return visitor.with("X-CSRF-TOKEN", visitor.csrf());
    }
}
