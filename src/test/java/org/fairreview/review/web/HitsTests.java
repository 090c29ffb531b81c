package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Screened;
import org.fairreview.kit.Web;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Finding;
import org.fairreview.screening.FoundHit;
import org.fairreview.screening.HitChoice;
import org.fairreview.screening.HitDecision;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.Precision;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the screening found, in the reviewer's form and on the case page, and what becomes of it. */
@ProductTest
class HitsTests {

    private static final String REASON = "该处只是例示，不限制外地经营者";

    @Autowired
    Web web;

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    Screened screened;

    @Autowired
    CaseFile cases;

    @Autowired
    HitDecisions decisions;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void the_form_lists_the_hits_of_the_version_with_their_places() {
        String number = people.inReview();
        FoundHit expected = hit(number, "第五条");

        JsonNode screening = form(number, JointReview.REVIEW);
        JsonNode shown = hit(screening, "第五条");
        assertThat(screening.path("over").asBoolean()).isTrue();
        assertThat(screening.path("said").asText()).contains("尚未处理").contains("2026.");
        assertThat(shown.path("hit").asText()).isEqualTo(expected.key());
        assertThat(shown.path("item").asText()).isEqualTo("9(1)");
        assertThat(shown.path("question").asText()).isNotEmpty();
        assertThat(shown.path("start").asInt()).isEqualTo(expected.start());
    }

    @Test
    void a_hit_becomes_a_finding_and_another_is_dismissed_and_both_are_recorded() {
        String number = people.inReview();
        FoundHit accepted = hit(number, "第五条");
        FoundHit dismissed = hit(number, "第六条");
        review(number, List.of(finding(number, accepted)), List.of(dismissal(dismissed, true, REASON)));

        Map<String, HitDecision> decided = decisions.of(cases.get(number).measureId());
        Finding made = cases.findings(number).get(0);
        assertThat(made.hitKey()).hasValue(accepted.key());
        assertThat(decided.get(accepted.key()).choice()).isEqualTo(HitChoice.ACCEPTED);
        assertThat(decided.get(accepted.key()).findingId()).hasValue(made.id());
        assertThat(decided.get(dismissed.key()).reason()).isEqualTo(REASON);
        AuditEntry entry = trail.of(number).stream()
                .filter(each -> each.act().equals("case.hitsDecided"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor().userId()).isEqualTo("zhaolei");
        assertThat(entry.details()).contains(REASON).contains(accepted.rule()).contains("rulesVersion");
        String page = web.session("zhaolei").get("/cases/" + number).body();
        assertThat(page)
                .contains("已列为问题 1")
                .contains("href=\"#finding-1\"")
                .contains(REASON)
                .contains("没有提示不等于没有风险")
                .contains("处理筛查提示")
                .doesNotContain("hitRule");
    }

    @Test
    void a_finding_typed_by_hand_settles_the_open_hits_of_its_item_and_opens_them_when_it_is_dropped() {
        String number = people.inReview();
        FoundHit open = hit(number, "第五条");
        Map<String, Object> byHand =
                people.finding(number, SampleMeasure.STAY_TEN_YEARS, open.item(), Map.of("subItem", open.subItem()));
        Map<String, Object> elsewhere = people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(2)", Map.of());
        String measure = cases.get(number).measureId();

        review(number, List.of(elsewhere), List.of());
        assertThat(decisions.of(measure)).doesNotContainKey(open.key());

        reviewAgain(number);
        review(number, List.of(byHand), List.of());
        assertThat(decisions.of(measure).get(open.key()).choice()).isEqualTo(HitChoice.ACCEPTED);
        assertThat(decisions.of(measure).get(open.key()).findingId())
                .hasValue(cases.findings(number).get(0).id());
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("已列为问题 1");

        reviewAgain(number);
        review(number, List.of(), List.of());
        assertThat(decisions.of(measure).get(open.key()).choice()).isEqualTo(HitChoice.REOPENED);
    }

    @Test
    void a_finding_taken_from_a_hit_that_is_named_otherwise_now_settles_the_one_under_it() {
        String number = people.inReview();
        FoundHit hit = hit(number, "第五条");
        review(number, List.of(finding(number, hit)), List.of());
        String measure = cases.get(number).measureId();
        String earlier = "e".repeat(64);
        jdbc.sql("update finding set hit_key = ? where case_number = ?")
                .params(earlier, number)
                .update();
        jdbc.sql("delete from hit_decision where measure_id = ?").param(measure).update();

        reviewAgain(number);
        Map<String, Object> kept = new HashMap<>(finding(number, hit));
        kept.put("hit", earlier);
        review(number, List.of(kept), List.of());

        assertThat(decisions.of(measure).get(hit.key()).choice()).isEqualTo(HitChoice.ACCEPTED);
    }

    @Test
    void a_dismissal_without_a_reason_or_beside_its_finding_is_refused_and_changes_nothing() {
        String number = people.inReview();
        FoundHit hit = hit(number, "第五条");

        assertThatThrownBy(() -> review(number, List.of(), List.of(dismissal(hit, true, "  "))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hit.reasonMissing");
        assertThatThrownBy(() -> review(number, List.of(finding(number, hit)), List.of(dismissal(hit, true, REASON))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hit.isAFinding");
        assertThatThrownBy(() -> review(
                        number,
                        List.of(),
                        List.of(Map.of("hit", "0".repeat(64), "number", 9, "dismissed", true, "reason", REASON))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hit.gone");
        assertThat(decisions.of(cases.get(number).measureId())).isEmpty();
        assertThat(cases.findings(number)).isEmpty();
    }

    @Test
    void an_answer_of_a_form_that_knows_no_hits_leaves_the_decisions_as_they_are() {
        String number = people.inReview();
        FoundHit hit = hit(number, "第六条");
        review(number, List.of(), List.of(dismissal(hit, true, REASON)));
        reviewAgain(number);
        people.review(number, "zhaolei", List.of());

        assertThat(decisions.of(cases.get(number).measureId()).get(hit.key()).choice())
                .isEqualTo(HitChoice.DISMISSED);
    }

    @Test
    void a_dismissed_hit_can_be_opened_again_and_a_dropped_finding_opens_its_hit() {
        String number = people.inReview();
        FoundHit dismissed = hit(number, "第六条");
        FoundHit accepted = hit(number, "第五条");
        review(number, List.of(finding(number, accepted)), List.of(dismissal(dismissed, true, REASON)));
        reviewAgain(number);
        review(number, List.of(), List.of(dismissal(dismissed, false, "")));

        assertThat(decisions.of(cases.get(number).measureId()).values())
                .extracting(HitDecision::choice)
                .containsOnly(HitChoice.REOPENED);
        assertThat(form(number, JointReview.DRAFT).path("open").asInt())
                .isEqualTo((int) screened.version(number).hits().stream()
                        .map(FoundHit::ordinal)
                        .distinct()
                        .count());
    }

    @Test
    void a_dismissed_hit_stays_dismissed_in_a_later_version_where_its_passage_is_unchanged_and_says_so() {
        String number = people.inReview();
        FoundHit dismissed = hit(number, "第六条");
        FoundHit changed = hit(number, "第三条");
        FoundHit accepted = hit(number, "第五条");
        review(
                number,
                List.of(finding(number, accepted)),
                List.of(dismissal(dismissed, true, REASON), dismissal(changed, true, "已核实")));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        people.resubmit(
                number,
                SampleMeasure.BODY
                        .replace(SampleMeasure.REGISTERED_HERE, "申请补贴的企业应当在本市注册并在本市纳税满两年")
                        .replace("第一条 为提升", "第一条 为了提升"));
        people.accept(number);
        people.assign(number, "zhaolei");
        screened.version(number);

        JsonNode screening = form(number, JointReview.REVIEW);
        assertThat(hit(screening, "第六条").path("dismissed").asBoolean()).isTrue();
        assertThat(hit(screening, "第六条").path("said").asText())
                .contains("第 1 版")
                .contains("没有改动");
        assertThat(hit(screening, "第六条").path("dismissal").asText()).isEqualTo(REASON);
        assertThat(hit(screening, "第三条").path("dismissed").asBoolean()).isFalse();
        assertThat(cases.findings(number).get(0).hitKey()).hasValue(accepted.key());
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("已列为问题 1");
    }

    @Test
    void hits_are_for_those_inside_the_review_and_nobody_else() {
        String number = people.inReview();
        screened.version(number);
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", List.of(), "adviceWanted", true, "adviser", "xulaw", "adviceQuestion", "依据？"));

        for (String outside : List.of("chenyu", "luohui", "xulaw")) {
            assertThat(web.session(outside).get("/cases/" + number).body())
                    .as(outside)
                    .contains(SampleMeasure.TITLE)
                    .doesNotContain("筛查提示")
                    .doesNotContain("hit-mark");
            assertThat(web.session(outside)
                            .get("/cases/" + number + "/screening")
                            .status())
                    .as(outside)
                    .isEqualTo(404);
        }
        for (String inside : List.of("zhaolei", "liufang", "dengaudit")) {
            assertThat(web.session(inside).get("/cases/" + number).body())
                    .as(inside)
                    .contains("筛查提示")
                    .contains("hit-mark");
        }
    }

    @Test
    void what_was_not_screened_is_said_on_the_page_and_in_the_form() {
        String number = people.inReview();
        String version = cases.get(number).versionId();
        screened.of(version);
        jdbc.sql("update screened_file set problem = 'NO_TEXT', notice = '' where run_id in"
                        + " (select id from screening_run where version_id = :version)")
                .param("version", version)
                .update();

        assertThat(web.session("zhaolei").get("/cases/" + number).body())
                .contains("下列内容没有经过筛查")
                .contains("扫描件");
        assertThat(form(number, JointReview.REVIEW).path("unscreened").get(0).asText())
                .contains("未经筛查");
        jdbc.sql("update screening_run set state = 'FAILED', problem = 'INTERRUPTED' where version_id = :version")
                .param("version", version)
                .update();
        assertThat(web.session("zhaolei").get("/cases/" + number).body()).contains("本文本未经筛查，请逐条人工审查");
        jdbc.sql(
                        "update screening_run set state = 'PENDING', held_until = timestamp with time zone '2999-01-01 00:00:00+00'"
                                + " where version_id = :version")
                .param("version", version)
                .update();
        assertThat(web.session("zhaolei").get("/cases/" + number + "/screening").body())
                .contains("\"over\":false")
                .contains("正在等待筛查");
    }

    @Test
    void the_precision_of_a_rule_counts_what_was_decided_last() {
        String number = people.inReview();
        FoundHit first = hit(number, "第五条");
        Precision before = decisions.precision().getOrDefault(first.rule(), new Precision(0, 0));
        review(number, List.of(), List.of(dismissal(first, true, REASON)));
        assertThat(decisions.precision().get(first.rule()))
                .isEqualTo(new Precision(before.accepted(), before.dismissed() + 1));

        reviewAgain(number);
        review(number, List.of(finding(number, first)), List.of());
        assertThat(decisions.precision().get(first.rule()))
                .isEqualTo(new Precision(before.accepted() + 1, before.dismissed()));
    }

    @Test
    void a_reviewer_can_ask_for_a_new_screening_and_it_is_recorded() {
        String number = people.inReview();
        screened.version(number);
        var visitor = web.session("zhaolei");
        visitor.with("X-CSRF-TOKEN", visitor.csrf()).send("POST", "/cases/" + number + "/screening", null);

        screened.version(number);
        assertThat(jdbc.sql("select count(*) from screening_run where version_id = :version")
                        .param("version", cases.get(number).versionId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(trail.of(number)).extracting(AuditEntry::act).contains("case.screenedAgain");
    }

    private void reviewAgain(String number) {
        process.answer(
                number,
                JointReview.DRAFT,
                "zhaolei",
                Map.of(
                        "step",
                        "REVIEW_AGAIN",
                        "decisions",
                        List.of(),
                        "hearing",
                        "",
                        "firstOpinion",
                        "",
                        "reasoning",
                        "",
                        "workAdvice",
                        ""));
    }

    private void review(String number, List<Map<String, Object>> findings, List<Map<String, Object>> hits) {
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", findings, "hits", hits, "adviceWanted", false));
    }

    private Map<String, Object> finding(String number, FoundHit hit) {
        Map<String, Object> finding = new HashMap<>(
                people.finding(number, SampleMeasure.STAY_TEN_YEARS, hit.item(), Map.of("hit", hit.key())));
        finding.put("subItem", hit.subItem());
        return finding;
    }

    private static Map<String, Object> dismissal(FoundHit hit, boolean dismissed, String reason) {
        return Map.of("hit", hit.key(), "number", 2, "dismissed", dismissed, "reason", reason);
    }

    /** The best hit of the passage at the address. */
    private FoundHit hit(String number, String address) {
        return screened.version(number).hits().stream()
                .filter(hit -> hit.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode hit(JsonNode screening, String address) {
        for (JsonNode hit : screening.path("hits")) {
            if (hit.path("address").asText().equals(address)) {
                return hit;
            }
        }
        throw new AssertionError("No hit at " + address + " in " + screening);
    }

    private JsonNode form(String number, String task) {
        String body = web.session("zhaolei")
                .get("/forms/tasks/" + process.task(number, task).getId())
                .body();
        try {
            return json.readTree(body).path("context").path("screening");
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
