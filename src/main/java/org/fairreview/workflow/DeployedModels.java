package org.fairreview.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The models and forms in every version that was ever deployed. */
@Component
public class DeployedModels {

    /**
     * One version of a model.
     *
     * @param id as {@link CaseCourse.Visit#model} names it
     */
    public record Model(String id, String process, String name, int version) {}

    /**
     * The form of a task, as it was deployed with one version of its model.
     *
     * @param file its name, which says what it is: {@code .form} (a Camunda Form, JSON) or {@code .html} (embedded)
     */
    public record Form(String file, String text) {

        public boolean isHtml() {
            return file.endsWith(".html");
        }
    }

    /** A task of people in the newest version of a model. */
    public record TaskStep(String element, String name, String process) {}

    private final RepositoryService repository;

    DeployedModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** All versions of all models, by name, the newest first. */
    public List<Model> all() {
        return repository
                .createProcessDefinitionQuery()
                .orderByProcessDefinitionName()
                .asc()
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(DeployedModels::model)
                .toList();
    }

    /** The tasks of people in the newest versions of all models, by the name of the process. */
    public List<TaskStep> tasks() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .list()
                .stream()
                .map(DeployedModels::model)
                .flatMap(model ->
                        repository.getBpmnModelInstance(model.id()).getModelElementsByType(UserTask.class).stream()
                                .map(task -> new TaskStep(task.getId(), task.getName(), model.name())))
                .toList();
    }

    public Optional<Model> find(String id) {
        return definition(id).map(DeployedModels::model);
    }

    /** The model as XML. */
    public Optional<String> xml(String id) {
        return definition(id).map(definition -> {
            try (InputStream in = repository.getProcessModel(id)) {
                return text(in);
            } catch (IOException e) {
                throw new IllegalStateException("The model %s cannot be read".formatted(id), e);
            }
        });
    }

    /** The form of a task in a version of the model. */
    public Optional<Form> form(String id, String taskKey) {
        return definition(id).flatMap(definition -> formKey(id, taskKey)
                .map(key -> key.substring(key.lastIndexOf(':') + 1))
                .map(file -> new Form(file, resource(definition.getDeploymentId(), file))));
    }

    private Optional<String> formKey(String id, String taskKey) {
        return Optional.ofNullable(repository.getBpmnModelInstance(id).getModelElementById(taskKey))
                .filter(UserTask.class::isInstance)
                .map(task -> ((UserTask) task).getCamundaFormKey());
    }

    private String resource(String deployment, String file) {
        try (InputStream in = repository.getResourceAsStream(deployment, file)) {
            return text(in);
        } catch (IOException e) {
            throw new IllegalStateException("The form %s of %s cannot be read".formatted(file, deployment), e);
        }
    }

    private Optional<ProcessDefinition> definition(String id) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult());
    }

    private static Model model(ProcessDefinition definition) {
        return new Model(
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion());
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
