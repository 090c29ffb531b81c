package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Stories;
import org.fairreview.kit.TakenFlows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The kit's stories take every way through the models; a flow that none takes is named here with its reason. */
@ProductTest
class FlowCoverageTests {

    /** Flows that no story takes, as {@code Process/Flow}, and why that must be so. */
    private static final Map<String, String> EXEMPT = Map.of();

    @Autowired
    Stories stories;

    @Autowired
    TakenFlows flows;

    @Autowired
    RepositoryService repository;

    @Test
    void every_sequence_flow_of_every_model_is_taken_by_a_story() {
        flows.forget();
        stories.all().forEach(story -> {
            try {
                story.told().run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("The story of " + story.name() + " breaks off: " + e, e);
            }
        });

        Set<String> never = modelled();
        assertThat(never).hasSizeGreaterThan(90);
        never.removeAll(flows.taken());
        assertThat(never).as("flows that no story takes").isEqualTo(EXEMPT.keySet());
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
