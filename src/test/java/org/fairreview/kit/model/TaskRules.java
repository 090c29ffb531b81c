package org.fairreview.kit.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.fairreview.identity.Role;
import org.fairreview.kit.model.Models.ProcessModel;
import org.fairreview.workflow.AnswerListener;

/** A task of a person says who does it, until when, with which form, and who takes the answer. */
final class TaskRules {

    private static final Set<String> REQUIRED = Set.of("role", "unit", "limit");
    private static final Set<String> KNOWN = Set.of(
            "role",
            "unit",
            "limit",
            "due",
            "from",
            "until",
            "assignee",
            "name",
            "insteadIf",
            "insteadRole",
            "insteadUnit",
            "elsewhereRole",
            "elsewhereUnit");
    private static final String CREATE = "routeTask";

    private TaskRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        Set<String> used = new HashSet<>();
        for (ProcessModel model : models.processes()) {
            for (UserTask task : model.bpmn().getModelElementsByType(UserTask.class)) {
                form(models, model, task, used, complaints);
                people(code, model, task, complaints);
                listeners(code, model, task, complaints);
                nothingElse(model, task, complaints);
            }
        }
        models.forms().stream()
                .filter(form -> !used.contains(form.key()))
                .forEach(form -> complaints.about(form.path(), "no task has this form"));
    }

    /** The properties of a task that the create listener reads. */
    static Map<String, String> properties(UserTask task) {
        Map<String, String> properties = new TreeMap<>();
        task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> property.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task))
                .forEach(property -> properties.put(property.getCamundaName(), property.getCamundaValue()));
        return properties;
    }

    /** The beans that listen to an event of a task. */
    static List<String> listeners(UserTask task, String event) {
        return task.getModelInstance().getModelElementsByType(CamundaTaskListener.class).stream()
                .filter(listener ->
                        listener.getParentElement().getParentElement().equals(task))
                .filter(listener -> event.equals(listener.getCamundaEvent()))
                .map(listener -> String.valueOf(listener.getCamundaDelegateExpression()))
                .map(expression -> Expressions.bean(expression).orElse(expression))
                .toList();
    }

    private static void form(
            Models models, ProcessModel model, UserTask task, Set<String> used, Complaints complaints) {
        String key = task.getCamundaFormKey();
        if (key == null) {
            complaints.about(model.path(), task.getId(), "has no form");
        } else if (models.form(key).isEmpty()) {
            complaints.about(model.path(), task.getId(), "there is no form '%s'", key);
        } else {
            used.add(key);
        }
    }

    private static void people(CodeNames code, ProcessModel model, UserTask task, Complaints complaints) {
        Map<String, String> properties = properties(task);
        REQUIRED.stream()
                .filter(name -> !properties.containsKey(name))
                .sorted()
                .forEach(name -> complaints.about(model.path(), task.getId(), "has no property '%s'", name));
        properties.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> complaints.about(model.path(), task.getId(), "nobody reads the property '%s'", name));
        String role = properties.getOrDefault("role", "$");
        if (!role.startsWith("$")
                && Arrays.stream(Role.values()).noneMatch(known -> known.word().equals(role))) {
            complaints.about(model.path(), task.getId(), "there is no role '%s'", role);
        }
        String limit = properties.get("limit");
        if (limit != null && !limit.startsWith("$") && !code.limits().contains(limit)) {
            complaints.about(model.path(), task.getId(), "the table of limits has no step '%s'", limit);
        }
    }

    private static void listeners(CodeNames code, ProcessModel model, UserTask task, Complaints complaints) {
        List<String> creating = listeners(task, TaskListener.EVENTNAME_CREATE);
        if (!creating.equals(List.of(CREATE))) {
            complaints.about(model.path(), task.getId(), "is created by %s, not by %s alone", creating, CREATE);
        }
        List<String> completing = listeners(task, TaskListener.EVENTNAME_COMPLETE);
        if (completing.size() != 1 || !code.is(completing.get(0), AnswerListener.class)) {
            complaints.about(model.path(), task.getId(), "is completed by %s, not by one AnswerListener", completing);
        }
    }

    private static void nothingElse(ProcessModel model, UserTask task, Complaints complaints) {
        boolean routedByItself = task.getCamundaAssignee() != null
                || task.getCamundaCandidateGroups() != null
                || task.getCamundaCandidateUsers() != null
                || task.getCamundaDueDate() != null;
        if (routedByItself) {
            complaints.about(model.path(), task.getId(), "routes itself, past %s", CREATE);
        }
    }
}
