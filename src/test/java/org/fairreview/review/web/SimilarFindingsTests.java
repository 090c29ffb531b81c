package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Screened;
import org.fairreview.kit.Stories;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.fairreview.review.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Earlier findings like a passage, in the reviewer's form and on the case page: whose, and for whom. */
@ProductTest
class SimilarFindingsTests {

    private static final String EARLIER = "申领油橄榄烘干机购置补贴的合作社应当在本市注册并在本市纳税满三年";
    private static final String NOW = "申领油橄榄烘干机购置补贴的公司须在宜城市注册并在当地纳税满5年";

    @Autowired
    Web web;

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    Screened screened;

    @Autowired
    CaseFile cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void an_earlier_finding_stands_with_the_hit_and_with_the_finding_for_those_inside_alone() throws Exception {
        String earlier = inReview(EARLIER);
        people.review(earlier, "zhaolei", List.of(finding(earlier, EARLIER)));
        String number = inReview(NOW);
        assertThat(similar(number, earlier)).as("still argued").isEmpty();

        people.draft(earlier, "DOES_NOT_CONFORM", people.changes(earlier), "");
        people.toDelivery(earlier);
        assertThat(similar(number, earlier)).singleElement().satisfies(each -> {
            assertThat(each.path("caseNumber").asText()).isEqualTo(earlier);
            assertThat(each.path("url").asText()).isEqualTo("/cases/" + earlier);
            assertThat(each.path("quotation").asText()).isEqualTo(EARLIER);
            assertThat(each.path("item").asText()).startsWith("条例第九条第一项");
            assertThat(each.path("ended").asText()).isEqualTo("须修改");
            assertThat(each.path("note").asText()).isEqualTo("删除该限制");
            assertThat(each.path("conclusion").asText()).isEqualTo("不符合公平竞争审查标准");
        });

        people.review(number, "zhaolei", List.of(finding(number, NOW)));
        for (String inside : List.of("zhaolei", "liufang")) {
            assertThat(page(inside, number))
                    .contains("此前类似的问题", EARLIER, "href=\"/cases/" + earlier + "\"")
                    .doesNotContain("??");
        }
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        for (String outside : List.of("chenyu", "dengaudit")) {
            assertThat(page(outside, number)).contains(NOW).doesNotContain("此前类似", EARLIER);
        }
        assertThat(page("zhaolei", earlier)).contains("此前类似的问题", NOW);
    }

    @Test
    void nothing_comes_from_another_region_from_a_restricted_case_or_from_a_destroyed_one() throws Exception {
        String words = "承租市区早餐车点位的商户应当由本地餐饮协会统一推荐并加盟早味连锁品牌";
        String earlier = concluded(words);
        String number = inReview(words);
        assertThat(similar(number, earlier)).hasSize(1);

        change("update review_case set region_id = 'r420606' where number = :number", earlier);
        assertThat(similar(number, earlier)).as("of a county").isEmpty();
        change("update review_case set region_id = 'r420600' where number = :number", earlier);
        assertThat(similar(number, earlier)).hasSize(1);

        String restrict = "update measure set circulation = '%s' where id ="
                + " (select measure_id from review_case where number = :number)";
        change(restrict.formatted("RESTRICTED"), earlier);
        assertThat(similar(number, earlier))
                .as("restricted, though the reader handled it")
                .isEmpty();
        change(restrict.formatted("INTERNAL"), earlier);
        assertThat(similar(number, earlier)).hasSize(1);

        change("update review_case set destroyed_at = current_timestamp where number = :number", earlier);
        assertThat(similar(number, earlier)).as("destroyed").isEmpty();
        change("update review_case set destroyed_at = null where number = :number", earlier);
    }

    @Test
    void Reg_13_whoever_reviews_for_its_own_unit_gets_nothing_of_what_the_regulator_found() throws Exception {
        String words = "入驻跨境集市展厅的商户须由区属商贸公司统一供货并缴存两万元诚信金";
        String joint = inReview(words);
        people.review(joint, "zhaolei", List.of(finding(joint, words)));
        people.draft(joint, "DOES_NOT_CONFORM", people.changes(joint), "");
        people.signOff(joint);
        String own = ownReview(words);
        String beside = inReview(words);
        assertThat(similar(beside, joint)).as("for the regulator").hasSize(1);
        assertThat(similar("chenyu", own, Stories.REVIEW_OWN, joint))
                .as("signed off, not delivered")
                .isEmpty();

        people.seal(joint);
        people.deliver(joint);
        change("update finding set disposition = 'RESOLVED' where case_number = :number", joint);
        assertThat(similar(beside, joint)).hasSize(1);
        assertThat(similar("chenyu", own, Stories.REVIEW_OWN, joint))
                .as("resolved")
                .isEmpty();
        found(own, words);
        assertThat(page("chenyu", own)).contains(words).doesNotContain("此前类似");
    }

    @Test
    void Reg_13_what_a_unit_found_by_itself_is_for_that_unit_and_for_the_regulator_once_it_is_delivered()
            throws Exception {
        String words = "承办区级龙舟赛事转播的机构只限本区广电集团及其参股的制作公司";
        String earlier = ownReview(words);
        found(earlier, words);
        change("update finding set disposition = 'CHANGE_REQUIRED' where case_number = :number", earlier);
        change(
                "update review_case set conclusion = 'DOES_NOT_CONFORM', signed_off_at = current_timestamp"
                        + " where number = :number",
                earlier);
        assertThat(similar("chenyu", ownReview(words), Stories.REVIEW_OWN, earlier))
                .hasSize(1);
        String atTheRegulator = inReview(words);
        assertThat(similar(atTheRegulator, earlier)).isEmpty();

        change("update review_case set delivered_on = current_date where number = :number", earlier);
        assertThat(similar(atTheRegulator, earlier)).hasSize(1);
        change(
                "update review_case set conclusion = null, signed_off_at = null, delivered_on = null"
                        + " where number = :number",
                earlier);
    }

    private void found(String ownReview, String words) {
        process.answer(
                ownReview,
                Stories.REVIEW_OWN,
                "chenyu",
                Map.of("findings", List.of(finding(ownReview, words)), "adviceWanted", false));
    }

    private String ownReview(String words) {
        return submitted(Issuance.DEPARTMENT, words);
    }

    private String submitted(Issuance issuance, String words) {
        String number = submitting.measure(
                "chenyu", "u02", issuance, "汉江市若干措施\n\n第一条 为促进发展,制定本措施。\n\n第二条 " + words + "。\n\n第三条 本措施自印发之日起施行。\n");
        screened.version(number);
        return number;
    }

    private String inReview(String words) {
        String number = submitted(Issuance.GOVERNMENT, words);
        people.accept(number);
        people.assign(number, "zhaolei");
        return number;
    }

    private String concluded(String words) {
        String number = inReview(words);
        people.review(number, "zhaolei", List.of(finding(number, words)));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        return number;
    }

    private Map<String, Object> finding(String number, String words) {
        return new HashMap<>(people.finding(number, words, "9(1)", Map.of()));
    }

    /** What the form shows of the earlier case beside the hits; other tests leave their own findings behind. */
    private List<JsonNode> similar(String number, String earlier) throws Exception {
        return similar("zhaolei", number, JointReview.REVIEW, earlier);
    }

    private List<JsonNode> similar(String who, String number, String task, String earlier) throws Exception {
        JsonNode hits = json.readTree(web.session(who)
                        .get("/forms/tasks/" + process.task(number, task).getId())
                        .body())
                .path("context")
                .path("screening")
                .path("hits");
        assertThat(hits).isNotEmpty();
        List<JsonNode> similar = new ArrayList<>();
        hits.forEach(hit -> hit.path("similar").forEach(similar::add));
        similar.removeIf(each -> !each.path("caseNumber").asText().equals(earlier));
        return similar;
    }

    private String page(String who, String number) {
        return web.session(who).get("/cases/" + number).body();
    }

    private void change(String sql, String number) {
        jdbc.sql(sql).param("number", number).update();
    }
}
