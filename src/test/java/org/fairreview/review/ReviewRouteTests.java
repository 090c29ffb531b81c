package org.fairreview.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.fairreview.measure.Issuance;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reviews a measure, by the way in which it is to be issued: review-route.dmn row by row. */
class ReviewRouteTests {

    private static final Path TABLE = Path.of("bpmn/review/review-route.dmn");

    private static DmnEngine engine;
    private static DmnDecision decision;

    @BeforeAll
    static void read_the_table() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (InputStream table = Files.newInputStream(TABLE)) {
            decision = engine.parseDecision(ReviewProcess.ROUTE_DECISION, table);
        }
    }

    @ParameterizedTest(name = "{0}: {1} is reviewed by {2}")
    @CsvSource({
        "Reg. 14 (a people's government at county level or above issues it), GOVERNMENT, JOINT",
        "Measures 30 (the government or its office forwards it), GOVERNMENT_FORWARDS, JOINT",
        "Reg. 14 (submitted to the people's congress or its standing committee), CONGRESS, JOINT",
        "SAMR Q&A (issued together with the Party committee), PARTY_AND_GOVERNMENT, JOINT",
        "Reg. 13 (a department issues it), DEPARTMENT, OWN",
        "SAMR Q&A (a department issues it with the government's consent alone), DEPARTMENT_WITH_CONSENT, OWN",
        "Reg. 13 (several departments: the lead unit), SEVERAL_DEPARTMENTS, OWN",
        "Measures 47 (an organisation authorised by law), AUTHORISED_ORGANISATION, OWN",
        "SAMR Q&A (a township), TOWNSHIP, OWN",
        "SAMR Q&A (an agreement with a business), AGREEMENT, OWN",
        "SAMR Q&A (tender and procurement documents), TENDER, OWN"
    })
    void the_article_says_who_reviews(String article, Issuance issuance, ReviewRoute route) {
        assertThat(answers(issuance.name())).containsExactly(route.name());
    }

    @ParameterizedTest
    @EnumSource
    void every_way_of_issuing_has_exactly_one_row(Issuance issuance) {
        assertThat(answers(issuance.name())).hasSize(1);
    }

    @ParameterizedTest(name = "Reg. 2: {0} is not reviewed when it does not concern economic activity")
    @EnumSource
    void what_does_not_concern_economic_activity_is_out_of_scope(Issuance issuance) {
        assertThat(answers(issuance.name(), false)).containsExactly(ReviewRoute.OUT_OF_SCOPE.name());
    }

    @Test
    void the_table_has_a_row_for_every_way_and_one_for_the_scope() {
        assertThat(Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(Rule.class))
                .hasSize(Issuance.values().length + 1);
    }

    @Test
    void an_unknown_way_of_issuing_has_no_route() {
        assertThat(answers("BY_RUMOUR")).isEmpty();
    }

    @Test
    void every_row_names_its_source() {
        assertThat(Dmn.readModelFromFile(TABLE.toFile()).getModelElementsByType(Rule.class))
                .allSatisfy(
                        row -> assertThat(row.getDescription().getTextContent()).matches("(条例第.+条|办法第.+条|答疑口径)[:：].+"));
    }

    private static List<Object> answers(String issuance) {
        return answers(issuance, true);
    }

    private static List<Object> answers(String issuance, boolean inScope) {
        return engine.evaluateDecisionTable(
                        decision,
                        Map.of(ReviewProcess.ISSUANCE.name(), issuance, ReviewProcess.IN_SCOPE.name(), inScope))
                .collectEntries(ReviewProcess.ROUTE.name());
    }
}
