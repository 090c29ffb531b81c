package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.fairreview.identity.Directory;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Reporting;
import org.fairreview.kit.Stories;
import org.fairreview.kit.TakenFlows;
import org.fairreview.kit.Web;
import org.fairreview.workflow.CaseCourse.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The kit's stories, told once from the first to the last; at each task everybody else tries it first, and every spoilt
 * answer is sent before the right one.
 *
 * <p>The stories take every way through the models; a flow that none takes is named here with its reason. What is refused
 * takes no way: the history, which forgets what was rolled back, is held against the flows that were seen.
 */
@ProductTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToldStoriesTests {

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

    @Autowired
    ProcessDriver process;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Directory directory;

    @Autowired
    Web web;

    @Autowired
    Reporting complaints;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApplicationContext context;

    private OthersAtTasks others;
    private HollowAnswers hollow;
    private Set<String> earlier;
    private Set<String> taken;

    @BeforeAll
    void tell_all_stories() {
        AuthorizationMatrixTests.PEOPLE.forEach((role, userId) ->
                assertThat(process.actor(userId).holds(role)).as(userId).isTrue());
        others = new OthersAtTasks(web, process, runtime, directory);
        hollow = new HollowAnswers(process, json);
        earlier = Set.copyOf(numbers());
        flows.forget();
        stories.all().forEach(story -> {
            try {
                process.through(this::step, story.told());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("The story of " + story.name() + " breaks off: " + e, e);
            }
        });
        taken = flows.taken();
    }

    private void step(Task task, String userId, Map<String, Object> fields) {
        others.prove(task, userId);
        hollow.tryAt(process.again(task), userId, fields);
        process.send(process.again(task), userId, fields);
    }

    @AfterAll
    void the_public_page_is_closed_again() {
        complaints.open(false);
    }

    @Test
    void tasks_are_open_to_the_role_and_unit_of_their_rows_and_closed_to_others() {
        others.assertTasksWereOpenToTheirRowsAndClosedToOthers();
    }

    @Test
    void every_field_of_every_form_may_be_missing_null_or_of_another_kind() {
        assertThat(hollow.refused()).isGreaterThan(400);
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

    @Test
    void the_steps_of_all_stories_are_taken_over_from_the_history_as_they_were_written_down() {
        List<String> told =
                numbers().stream().filter(number -> !earlier.contains(number)).toList();

        assertThat(StepsTakenOver.areAsWrittenDown(context, told)).isGreaterThan(200);
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
