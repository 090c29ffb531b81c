package org.fairreview.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Which variables the form of a task may send: the components of a Camunda Form, or the one answer of an embedded form. */
@Component
class FormCatalogue {

    private record TaskKey(String process, String task) {}

    private final Map<TaskKey, Set<String>> fields = new HashMap<>();
    private final ObjectMapper json;

    FormCatalogue(ModelFiles models, ObjectMapper json) {
        this.json = json;
        for (ModelFile file : models.all()) {
            if (file.name().endsWith(".bpmn")) {
                read(file, models);
            }
        }
    }

    /** The names of the fields; empty where the model has no such task. */
    Set<String> fieldsOf(String processKey, String taskKey) {
        return fields.getOrDefault(new TaskKey(processKey, taskKey), Set.of());
    }

    private void read(ModelFile model, ModelFiles files) {
        try (InputStream in = model.open()) {
            var definitions = Bpmn.readModelFromStream(in);
            for (UserTask task : definitions.getModelElementsByType(UserTask.class)) {
                Process process = definitions
                        .getModelElementsByType(Process.class)
                        .iterator()
                        .next();
                String form = task.getCamundaFormKey()
                        .substring(task.getCamundaFormKey().lastIndexOf(':') + 1);
                fields.put(new TaskKey(process.getId(), task.getId()), fieldsIn(files.named(form)));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The model %s cannot be read".formatted(model.name()), e);
        }
    }

    private Set<String> fieldsIn(ModelFile form) throws IOException {
        if (form.name().endsWith(".html")) {
            return Set.of(Answers.EMBEDDED);
        }
        Set<String> keys = new LinkedHashSet<>();
        try (InputStream in = form.open()) {
            collect(json.readTree(in).path("components"), keys);
        }
        return keys;
    }

    private static void collect(JsonNode components, Set<String> keys) {
        for (JsonNode component : components) {
            if (component.has("key")) {
                keys.add(component.get("key").asText());
            }
            collect(component.path("components"), keys);
        }
    }
}
