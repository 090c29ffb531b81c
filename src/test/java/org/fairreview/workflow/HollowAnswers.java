package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.kit.ProcessDriver;

/** Answers with fields left out, null, or of another kind: each is refused with a sentence and breaks nothing. */
final class HollowAnswers {

    /** Fields that an answer need not have: of any form, or of the task's form. */
    private static final Set<String> OPTIONAL = Set.of(
            "workAdvice",
            "note",
            "subItem",
            "legalBasisSource",
            "justification",
            "backTo",
            "link",
            "consultationWanted",
            "higherWanted",
            "evaluationWanted",
            "Task_ReviewMeasure.adviser",
            "Task_ReviewMeasure.memberUnit",
            "Task_ChooseMembers.notNeeded",
            "Task_GiveMemberOpinion.opinion",
            "Task_SummariseOpinions.treatments.reason",
            "Task_SignOverruling.remark",
            "Task_ReviewMeasure.findings.id",
            "Task_SubmitReport.findings",
            "Task_CheckLegacyMeasure.proposalReason",
            "Task_SignLegacyCheck.remark",
            "Task_ReviewProposal.remark",
            "Task_RecheckLegacyMeasure.remark",
            "Task_DecideOutcome.outcomeReason",
            "Task_DecideOutcome.decisionNumber",
            "Task_RegisterAnnouncement.announcementLink",
            "Task_ConfirmCleanup.remark",
            "Task_PublishCatalogue.catalogueNumber",
            "Task_PublishCatalogue.catalogueLink",
            "Task_SignConclusion.remark",
            "Task_SignOwnReview.remark",
            "Task_RecordVisit.receivedBy",
            "Task_RecordVisit.answers.answer",
            "Task_SignSpotCheckPlan.remark",
            "Task_SignSpotCheckReport.remark",
            "Task_FixPopulation.targets.documentNumber",
            "Task_FixPopulation.targets.unitName",
            "Task_DrawSpotCheck.seed",
            "Task_DrawSpotCheck.witness",
            "Task_InspectMeasure.opinion",
            "Task_DeliverSpotCheckReport.receipt",
            "Task_OpenComment.shortReason",
            "Task_SupplementLegality.supplement",
            "Task_RegisterDeliberation.dissent",
            "Task_RegisterFiling.receipt",
            "Task_AssessComplaint.measureNumber",
            "Task_VerifyComplaint.findings.address",
            "Task_ApproveExtension.note");

    /** Fields that may be empty where the answer's choice does not ask for them, or another takes their place. */
    private static final Set<String> ONE_OR_OTHER = Set.of("changeAsked", "endCondition");

    private final ProcessDriver process;
    private final ObjectMapper json;
    private final Set<String> tried = new HashSet<>();
    private int refused;

    HollowAnswers(ProcessDriver process, ObjectMapper json) {
        this.process = process;
        this.json = json;
    }

    /** How many were refused. */
    int refused() {
        return refused;
    }

    /**
     * Sends the answer of a task in its spoilt forms, unless one with the same fields and choices was tried before.
     *
     * @throws AssertionError where one is taken, or breaks something
     */
    void tryAt(Task task, String userId, Map<String, Object> fields) {
        process.claim(task, userId);
        Task taken = process.again(task);
        List<Map<String, Object>> spoilt =
                tried.add(kindOf(task, fields)) ? hollow(task.getTaskDefinitionKey(), fields) : List.of();
        for (Map<String, Object> hollow : spoilt) {
            try {
                assertThatThrownBy(() -> process.send(taken, userId, hollow)).isInstanceOf(Refusal.class);
                refused++;
            } catch (AssertionError e) {
                throw new AssertionError(
                        "%s took %s".formatted(task.getTaskDefinitionKey(), hollow),
                        e.getCause() == null ? e : e.getCause());
            }
        }
    }

    /** The answer in many spoilt forms, each of which lacks something that the form demands. */
    private List<Map<String, Object>> hollow(String taskKey, Map<String, Object> fields) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of());
        if (fields.get(Answers.EMBEDDED) instanceof String answer) {
            for (String text : List.of("", "null", "[]", "{}", "1", "\"x\"", "{\"a\"", "{\"x\":1}")) {
                all.add(Map.of(Answers.EMBEDDED, text));
            }
            JsonNode tree = tree(answer);
            spoil(taskKey, tree, tree, spoilt -> all.add(Map.of(Answers.EMBEDDED, spoilt.toString())));
            all.add(Map.of(Answers.EMBEDDED, 1));
        } else {
            for (String field : fields.keySet()) {
                if (!OPTIONAL.contains(taskKey + "." + field)) {
                    Map<String, Object> without = new HashMap<>(fields);
                    without.put(field, null);
                    all.add(without);
                    all.add(Map.of(field, List.of("x")));
                }
            }
        }
        return all;
    }

    /** The task, the fields of the answer, and what it chooses: two answers of a kind are spoilt in the same ways. */
    private String kindOf(Task task, Map<String, Object> fields) {
        String kind = task.getTaskDefinitionKey() + new TreeSet<>(fields.keySet()) + fields.get("decision");
        if (fields.get(Answers.EMBEDDED) instanceof String answer) {
            JsonNode tree = tree(answer);
            Set<String> names = new TreeSet<>();
            tree.fieldNames().forEachRemaining(names::add);
            kind += names;
            for (String choice :
                    List.of("step", "conclusion", "revision", "outcome", "agreed", "findings", "decisions")) {
                JsonNode chosen = tree.path(choice);
                kind += chosen.isArray() ? " " + chosen.size() : " " + chosen.asText();
            }
        }
        return kind;
    }

    private boolean mayBeLeftOut(String field, String name, JsonNode value) {
        return value.isNull()
                || OPTIONAL.contains(name)
                || OPTIONAL.contains(field)
                || (name.equals("adoptions") && value.isEmpty())
                || (ONE_OR_OTHER.contains(name) && value.asText().isEmpty());
    }

    private void spoil(String path, JsonNode whole, JsonNode part, Consumer<JsonNode> use) {
        if (part instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode before = object.get(name);
                if (!mayBeLeftOut(path + "." + name, name, before)) {
                    object.remove(name);
                    use.accept(whole.deepCopy());
                    object.putNull(name);
                    use.accept(whole.deepCopy());
                }
                object.putObject(name).put("x", 1);
                use.accept(whole.deepCopy());
                object.set(name, before);
                spoil(path + "." + name, whole, before, use);
            }
        } else if (part instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode before = array.get(i);
                array.setNull(i);
                use.accept(whole.deepCopy());
                array.set(i, before);
                spoil(path, whole, before, use);
            }
        }
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
