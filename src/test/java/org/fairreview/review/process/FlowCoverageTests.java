package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Stories;
import org.fairreview.kit.TakenFlows;
import org.fairreview.workflow.CaseCourse;
import org.fairreview.workflow.CaseCourse.Run;
import org.fairreview.workflow.CaseHistory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kit's stories take every way through the models; a flow that none takes is named here with its reason. */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowCoverageTests {

    /** Flows that no story takes, as {@code Process/Flow}, and why that must be so. */
    private static final Map<String, String> EXEMPT = Map.of();

    @Autowired
    Stories stories;

    @Autowired
    TakenFlows flows;

    @Autowired
    RepositoryService repository;

    @Autowired
    CaseHistory history;

    @Autowired
    JdbcClient jdbc;

    private Set<String> earlier;
    private Set<String> taken;

    @BeforeAll
    void tell_all_stories() {
        earlier = Set.copyOf(numbers());
        flows.forget();
        stories.all().forEach(story -> {
            try {
                story.told().run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("The story of " + story.name() + " breaks off: " + e, e);
            }
        });
        taken = flows.taken();
    }

    @Test
    void every_sequence_flow_of_every_model_is_taken_by_a_story() {
        Set<String> never = modelled();
        assertThat(never).hasSizeGreaterThan(90);
        never.removeAll(taken);
        assertThat(never).as("flows that no story takes").isEqualTo(EXEMPT.keySet());
    }

    /** The engine's history holds no flows: CaseHistory finds them, and is held here against those that were taken. */
    @Test
    void the_path_that_the_history_finds_is_the_path_that_the_engine_took() {
        Set<String> found = new TreeSet<>();
        numbers().stream().filter(number -> !earlier.contains(number)).forEach(number -> {
            CaseCourse course = history.of(number);
            Map<String, String> processes = course.runs().stream().collect(Collectors.toMap(Run::id, Run::process));
            course.visits().stream()
                    .filter(visit -> visit.via() != null)
                    .forEach(visit -> found.add(processes.get(visit.run()) + "/" + visit.via()));
        });

        assertThat(found).isEqualTo(taken);
    }

    private List<String> numbers() {
        return jdbc.sql("select number from review_case"
                        + " union all select number from legacy_case union all select number from campaign union all select number from letter"
                        + " union all select number from lead union all select number from monitoring_visit"
                        + " union all select number from spot_check union all select number from spot_item"
                        + " union all select number from complaint union all select number from procedure_case")
                .query(String.class)
                .list();
    }

    private Set<String> modelled() {
        Set<String> modelled = new TreeSet<>();
        for (var process :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository
                    .getBpmnModelInstance(process.getId())
                    .getModelElementsByType(SequenceFlow.class)
                    .forEach(flow -> modelled.add(process.getKey() + "/" + flow.getId()));
        }
        return modelled;
    }
}
