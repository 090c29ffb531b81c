package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Web;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Disposition;
import org.fairreview.review.Finding;
import org.fairreview.review.Stage;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review that the standards of another regime overtake: the reviewer is asked again. */
@ProductTest
class ChangedStandardsTests {

    private static final String DECIDED = "经核实已废止";

    @Autowired
    ProcessDriver process;

    @Autowired
    JointReview people;

    @Autowired
    CaseFile cases;

    @Autowired
    AuditTrail trail;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Test
    void nothing_is_concluded_by_the_standards_of_before_and_every_finding_is_asked_again() throws Exception {
        String number = reviewedUnder2021("14(2)", "15(1)");

        assertThatThrownBy(() -> people.draft(number, "DOES_NOT_CONFORM", people.changes(number), ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("conclusion.standardsChanged");
        assertThat(form(number, JointReview.DRAFT).path("standardsChanged").asText())
                .contains("公平竞争审查条例及其实施办法", "不能据此作出结论");

        reviewAgain(number);
        JsonNode form = form(number, JointReview.REVIEW);
        assertThat(form.path("regime").asText()).isEqualTo("2025");
        JsonNode one = form.path("findings").get(0);
        assertThat(one.path("item").asText()).isEqualTo("9(1)");
        assertThat(one.path("standardsChanged").asText()).contains("细则第十四条第二项", "条例第九条第一项", "请核对");
        JsonNode several = form.path("findings").get(1);
        assertThat(several.path("item").asText()).isEmpty();
        assertThat(several.path("standardsChanged").asText()).contains("细则第十五条第一项", "条例第十条第三项", "请选择其中一项");
        assertThat(form.path("standardsChanged").asText()).contains("请逐条核对");

        assertThatThrownBy(() -> answer(number, "2021", "9(1)", "10(2)"))
                .as("a form that was opened the day before")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("review.standardsChanged");
        assertThatThrownBy(() -> answer(number, "2025", "9(1)", "15(1)"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("finding.itemMissing");
        Web.Rest rest = web.rest(Web.Surface.WEBAPP, "zhaolei");
        String task = process.task(number, JointReview.REVIEW).getId();
        Answer unsaid = rest.post(
                "/task/" + task + "/submit-form",
                Map.of(
                        "variables",
                        Map.of(
                                "answer",
                                Map.of(
                                        "type",
                                        "String",
                                        "value",
                                        json.writeValueAsString(Map.of(
                                                "findings", moved(number, "9(1)", "10(2)"), "adviceWanted", false))))));
        assertThat(unsaid.status())
                .as("an answer that does not say by what it was written")
                .isEqualTo(409);
        assertThat(unsaid.body()).contains("填写期间审查标准已经变更");
        answer(number, "2025", "9(1)", "10(2)");

        assertThat(cases.get(number).regime()).isEqualTo("2025");
        assertThat(cases.findings(number)).extracting(Finding::regime).containsOnly("2025");
        assertThat(cases.findings(number)).extracting(Finding::item).containsExactly("9(1)", "10(2)");
        assertThat(cases.findings(number)).extracting(Finding::disposition).containsOnly(Disposition.OPEN);
        assertThat(trail.of(number))
                .filteredOn(entry -> entry.act().equals("case.standardsChanged"))
                .singleElement()
                .extracting(AuditEntry::details)
                .asString()
                .contains("2021", "2025");
        assertThat(web.session("zhaolei").get("/cases/" + number).body())
                .contains("改按现行审查标准")
                .doesNotContain("??");
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        assertThat(cases.get(number).stage()).isEqualTo(Stage.SIGNING);
    }

    @Test
    void nobody_signs_what_was_reviewed_by_the_standards_of_before_but_everybody_can_send_it_back() {
        String number = people.inSigning();
        jdbc.sql("update review_case set regime = '2024' where number = :number")
                .param("number", number)
                .update();

        assertThatThrownBy(() -> people.sign(number, "liufang"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("signing.standardsChanged");
        people.back(number, "liufang", -1, "标准已变更");
        reviewAgain(number);
        answer(number, "2025");
        people.draft(number, "CONFORMS", List.of(), "");
        people.sign(number, "liufang");
        assertThat(cases.get(number).regime()).isEqualTo("2025");
    }

    @Test
    void a_finding_carried_from_an_earlier_version_moves_to_what_took_its_items_place_and_nowhere_else() {
        String number = people.inReview();
        people.review(
                number, "zhaolei", List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
        people.toDelivery(number);
        people.resubmit(number, SampleMeasure.BODY);
        people.accept(number);
        people.assign(number, "zhaolei");
        as2021(number, cases.findings(number).get(0), "15(1)");

        assertThatThrownBy(() -> answer(number, "2025", "8(1)"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("finding.carriedRewritten");
        answer(number, "2025", "10(3)");
        assertThat(cases.findings(number)).extracting(Finding::item).containsExactly("10(3)");
    }

    /** A case whose findings were made, and one of them decided, under the rules of 2021. */
    private String reviewedUnder2021(String first, String second) {
        String number = people.inReview();
        people.review(
                number,
                "zhaolei",
                List.of(
                        people.finding(number, SampleMeasure.REGISTERED_HERE, "9(1)", Map.of()),
                        people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())));
        List<Finding> findings = cases.findings(number);
        as2021(number, findings.get(0), first);
        as2021(number, findings.get(1), second);
        jdbc.sql("update finding set disposition = 'RESOLVED', disposition_note = :note where id = :id")
                .param("note", DECIDED)
                .param("id", findings.get(0).id())
                .update();
        return number;
    }

    private void as2021(String number, Finding finding, String item) {
        jdbc.sql("update review_case set regime = '2021' where number = :number")
                .param("number", number)
                .update();
        jdbc.sql("update finding set regime = '2021', item = :item, sub_item = null where id = :id")
                .param("item", item)
                .param("id", finding.id())
                .update();
    }

    private void answer(String number, String regimeShown, String... items) {
        process.answer(
                number,
                JointReview.REVIEW,
                "zhaolei",
                Map.of("findings", moved(number, items), "adviceWanted", false, "regime", regimeShown));
    }

    private List<Map<String, Object>> moved(String number, String... items) {
        List<Map<String, Object>> findings = people.carried(number);
        for (int place = 0; place < items.length; place++) {
            Map<String, Object> finding = new HashMap<>(findings.get(place));
            finding.put("item", items[place]);
            if (items[place].startsWith("10")) {
                finding.put("legalBasis", "NONE");
                finding.put("specificOperator", true);
            }
            findings = replaced(findings, place, finding);
        }
        return findings;
    }

    private static List<Map<String, Object>> replaced(
            List<Map<String, Object>> findings, int place, Map<String, Object> by) {
        List<Map<String, Object>> all = new ArrayList<>(findings);
        all.set(place, by);
        return all;
    }

    private void reviewAgain(String number) {
        process.answer(
                number,
                JointReview.DRAFT,
                "zhaolei",
                Map.of(
                        "step", "REVIEW_AGAIN",
                        "decisions", List.of(),
                        "hearing", "",
                        "firstOpinion", "",
                        "reasoning", "",
                        "workAdvice", ""));
    }

    private JsonNode form(String number, String task) throws Exception {
        return json.readTree(web.session("zhaolei")
                        .get("/forms/tasks/" + process.task(number, task).getId())
                        .body())
                .path("context");
    }
}
