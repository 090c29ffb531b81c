package org.fairreview.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Which variables the form of a task may send: the components of a Camunda Form, or the one answer of an embedded form.
 *
 * <p>A case that stays on an older model sends the forms of that model.
 */
@Component
class FormCatalogue {

    private record TaskKey(String process, String task) {}

    private final Map<TaskKey, Set<String>> fields = new HashMap<>();
    private final Map<String, Map<TaskKey, Set<String>>> older = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    FormCatalogue(ModelFiles models, ObjectMapper json) throws IOException {
        this.json = json;
        for (ModelFile file : models.all()) {
            if (file.name().endsWith(".bpmn")) {
                try (InputStream model = file.open()) {
                    fields.putAll(read(model, name -> models.named(name).open()));
                }
            }
        }
    }

    /** The names of the fields; empty where the model has no such task. */
    Set<String> fieldsOf(String processKey, String taskKey) {
        return fields.getOrDefault(new TaskKey(processKey, taskKey), Set.of());
    }

    /**
     * The names of the fields of a task of an older model.
     *
     * @param model the file of the model
     * @param files the files that were deployed with it
     */
    Set<String> fieldsOf(ProcessDefinition definition, String taskKey, String model, DeployedFiles files) {
        return older.computeIfAbsent(definition.getId(), id -> {
                    try (InputStream in = files.open(model)) {
                        return read(in, files);
                    } catch (IOException e) {
                        throw new IllegalStateException("The model %s cannot be read".formatted(id), e);
                    }
                })
                .getOrDefault(new TaskKey(definition.getKey(), taskKey), Set.of());
    }

    /** The files of one deployment, by name. */
    @FunctionalInterface
    interface DeployedFiles {
        InputStream open(String name) throws IOException;
    }

    private Map<TaskKey, Set<String>> read(InputStream model, DeployedFiles files) throws IOException {
        Map<TaskKey, Set<String>> found = new HashMap<>();
        var definitions = Bpmn.readModelFromStream(model);
        for (UserTask task : definitions.getModelElementsByType(UserTask.class)) {
            Process process =
                    definitions.getModelElementsByType(Process.class).iterator().next();
            String form =
                    task.getCamundaFormKey().substring(task.getCamundaFormKey().lastIndexOf(':') + 1);
            found.put(new TaskKey(process.getId(), task.getId()), fieldsIn(form, files));
        }
        return found;
    }

    private Set<String> fieldsIn(String form, DeployedFiles files) throws IOException {
        if (form.endsWith(".html")) {
            return Set.of(Answers.EMBEDDED);
        }
        Set<String> keys = new LinkedHashSet<>();
        try (InputStream in = files.open(form)) {
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
