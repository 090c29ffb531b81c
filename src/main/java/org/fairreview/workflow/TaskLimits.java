package org.fairreview.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** What a model says of a task's limit. */
public final class TaskLimits {

    /** The property that names the step in the table of limits. */
    static final String LIMIT = "limit";

    /** The property that names the variable with a day that was set for the case itself. */
    static final String DUE = "due";
    /** The property that names the variable that holds the moment from which the limit counts. */
    static final String FROM = "from";

    /** The property that names the variable that holds the moment that takes the place of the limit. */
    static final String UNTIL = "until";

    /** The variable that holds the route of review, where the case has one. */
    static final String ROUTE = "route";

    private TaskLimits() {}

    /** The route of the case. Called processes, also those that run since an earlier release, ask the one that called them. */
    public static @Nullable String route(DelegateExecution execution) {
        for (DelegateExecution at = execution; at != null; at = at.getSuperExecution()) {
            if (at.getVariable(ROUTE) instanceof String route) {
                return route;
            }
        }
        return null;
    }

    /** The route of the case of an open task. */
    static @Nullable String route(Task task, RuntimeService runtime) {
        for (String process : callers(task.getProcessInstanceId(), runtime)) {
            if (runtime.getVariable(process, ROUTE) instanceof String route) {
                return route;
            }
        }
        return null;
    }

    /** The process, the one that called it, and so on. */
    static List<String> callers(String process, RuntimeService runtime) {
        List<String> all = new ArrayList<>();
        String at = process;
        while (at != null) {
            all.add(at);
            ProcessInstance caller = runtime.createProcessInstanceQuery()
                    .subProcessInstanceId(at)
                    .singleResult();
            at = caller == null ? null : caller.getId();
        }
        return all;
    }

    /** The properties of a task of the model. */
    static Map<String, String> properties(FlowElement task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }
}
