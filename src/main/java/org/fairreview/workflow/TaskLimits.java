package org.fairreview.workflow;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** What a model says of a task's limit. */
final class TaskLimits {

    /** The property that names the step in the table of limits. */
    static final String LIMIT = "limit";

    /** The variable that holds the route of review, where the case has one. */
    static final String ROUTE = "route";

    private TaskLimits() {}

    /** The properties of a task of the model. */
    static Map<String, String> properties(FlowElement task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }
}
