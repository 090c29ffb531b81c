package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer with fields left out, null, or of another kind is refused with a sentence; it never breaks something. */
@ProductTest
class HollowAnswerTests {

    @Autowired
    ProcessDriver process;

    @Autowired
    Submitting submitting;

    @Autowired
    JointReview people;

    @Autowired
    CaseFile cases;

    @Autowired
    ObjectMapper json;

    private int refused;

    @Test
    void every_field_of_every_form_may_be_missing_null_or_of_another_kind() {
        String number = submitting.measure();
        process.through(this::hollowFirst, () -> {
            process.complete(number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "说明"));
            process.answer(
                    number,
                    JointReview.SUPPLEMENT,
                    "chenyu",
                    Map.of(
                            "files", List.of(Map.of("role", "EXPLANATION", "fileId", explanation())),
                            "heard", true,
                            "hearing", "书面征求",
                            "adoption", "采纳九条",
                            "firstOpinion", "未发现"));
            people.accept(number);
            people.assign(number, "zhaolei");
            process.answer(
                    number,
                    JointReview.REVIEW,
                    "zhaolei",
                    Map.of(
                            "findings",
                            List.of(people.finding(
                                    number,
                                    SampleMeasure.REGISTERED_HERE,
                                    "10(2)",
                                    Map.of("legalBasis", "NONE", "specificOperator", true))),
                            "adviceWanted",
                            true,
                            "adviser",
                            "xulaw",
                            "adviceQuestion",
                            "有无依据?"));
            process.complete(number, JointReview.OPINION, "xulaw", Map.of("opinion", "没有。"));
            people.draft(number, "DOES_NOT_CONFORM", people.changes(number), "");
            people.signOff(number);
            people.seal(number);
            people.deliver(number);
        });
        assertThat(cases.get(number).stage()).isEqualTo(Stage.DELIVERED);
        assertThat(refused).isGreaterThan(80);
    }

    private String explanation() {
        return submitting.upload("chenyu", "u02", "说明.txt", SampleMeasure.EXPLANATION);
    }

    private void hollowFirst(Task task, String userId, Map<String, Object> fields) {
        process.claim(task, userId);
        for (Map<String, Object> hollow : hollow(fields)) {
            try {
                assertThatThrownBy(() -> process.send(task, userId, hollow)).isInstanceOf(Refusal.class);
                refused++;
            } catch (AssertionError e) {
                throw new AssertionError(
                        "%s took %s".formatted(task.getTaskDefinitionKey(), hollow),
                        e.getCause() == null ? e : e.getCause());
            }
        }
        process.send(task, userId, fields);
    }

    /** The answer in many spoilt forms, each of which lacks something that the form demands. */
    private List<Map<String, Object>> hollow(Map<String, Object> fields) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of());
        if (fields.get(Answers.EMBEDDED) instanceof String answer) {
            for (String text : List.of("", "null", "[]", "{}", "1", "\"x\"", "{\"a\"", "{\"x\":1}")) {
                all.add(Map.of(Answers.EMBEDDED, text));
            }
            JsonNode tree = tree(answer);
            spoil(tree, tree, spoilt -> all.add(Map.of(Answers.EMBEDDED, spoilt.toString())));
            all.add(Map.of(Answers.EMBEDDED, 1));
        } else {
            for (String field : fields.keySet()) {
                if (!OPTIONAL.contains(field)) {
                    Map<String, Object> without = new HashMap<>(fields);
                    without.put(field, null);
                    all.add(without);
                    all.add(Map.of(field, List.of("x")));
                }
            }
        }
        return all;
    }

    private static final List<String> OPTIONAL =
            List.of("workAdvice", "remark", "note", "subItem", "legalBasisSource", "justification", "backTo", "id");

    private void spoil(JsonNode whole, JsonNode part, Consumer<JsonNode> use) {
        if (part instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode before = object.get(name);
                if (!OPTIONAL.contains(name) || !(before.isTextual() || before.isNumber())) {
                    object.remove(name);
                    use.accept(whole.deepCopy());
                    object.putNull(name);
                    use.accept(whole.deepCopy());
                    object.putObject(name).put("x", 1);
                    use.accept(whole.deepCopy());
                }
                object.set(name, before);
                spoil(whole, before, use);
            }
        } else if (part instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode before = array.get(i);
                array.setNull(i);
                use.accept(whole.deepCopy());
                array.set(i, before);
                spoil(whole, before, use);
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
