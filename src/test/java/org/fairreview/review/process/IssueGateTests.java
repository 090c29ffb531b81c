package org.fairreview.review.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the models no way leads to the issue of a measure past its review. */
class IssueGateTests {

    private static final String ISSUE = "Task_RegisterIssue";

    private final BpmnModelInstance joint = read("measure-review");
    private final BpmnModelInstance own = read("own-review");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task_CheckCompleteness",
                "Task_ReviewMeasure",
                "Task_DraftConclusion",
                "Task_SignConclusion",
                "Task_FreezeDocument",
                "Task_SealConclusion",
                "Task_DeliverConclusion"
            })
    void Measures_31_a_government_draft_does_not_come_to_its_issue_before_the_regulator_has_concluded(String step) {
        assertThat(reached(joint, "StartEvent_Submitted", Set.of())).contains(ISSUE);
        assertThat(reached(joint, "StartEvent_Submitted", Set.of("CallActivity_OwnReview", step)))
                .doesNotContain(ISSUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task_ReviewOwnMeasure",
                "Task_DraftOwnConclusion",
                "Task_SignOwnReview",
                "Task_FreezeOwnForm",
                "Task_SealOwnForm"
            })
    void Reg_13_a_department_does_not_conclude_its_own_review_without_every_step(String step) {
        assertThat(reached(own, "StartEvent_OwnReview", Set.of())).contains("EndEvent_OwnReviewConcluded");
        assertThat(reached(own, "StartEvent_OwnReview", Set.of(step))).doesNotContain("EndEvent_OwnReviewConcluded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CallActivity_LegalAdvice",
                "CallActivity_MemberConsultation",
                "CallActivity_ThirdPartyEvaluation",
                "CallActivity_HigherReview"
            })
    void Measures_32_35_no_opinion_of_others_takes_the_place_of_the_review(String opinion) {
        assertThat(reached(joint, opinion, Set.of("Task_DraftConclusion"))).doesNotContain(ISSUE);
        assertThat(reached(joint, opinion, Set.of("Task_SignConclusion"))).doesNotContain(ISSUE);
    }

    @Test
    void Measures_27_a_changed_measure_comes_to_its_issue_by_a_new_review_only() {
        assertThat(reached(joint, "Task_ReviseMeasure", Set.of())).contains(ISSUE);
        assertThat(reached(joint, "Task_ReviseMeasure", Set.of("CallActivity_OwnReview", "Task_SignConclusion")))
                .doesNotContain(ISSUE);
        assertThat(reached(joint, "Task_AmendDraft", Set.of("Task_ReviewMeasure")))
                .doesNotContain(ISSUE);
    }

    /** What can be come to from a node without passing by the nodes that are closed. */
    private static Set<String> reached(BpmnModelInstance model, String start, Set<String> closed) {
        closed.forEach(
                id -> assertThat((Object) model.getModelElementById(id)).as(id).isNotNull());
        Set<String> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        open.add(model.getModelElementById(start));
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (closed.contains(node.getId()) || !seen.add(node.getId())) {
                continue;
            }
            model.getModelElementsByType(SequenceFlow.class).stream()
                    .filter(flow -> flow.getSource().equals(node))
                    .map(SequenceFlow::getTarget)
                    .forEach(open::add);
            model.getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().equals(node))
                    .forEach(open::add);
        }
        return seen;
    }

    private static BpmnModelInstance read(String name) {
        return Bpmn.readModelFromFile(Path.of("bpmn/review/" + name + ".bpmn").toFile());
    }
}
