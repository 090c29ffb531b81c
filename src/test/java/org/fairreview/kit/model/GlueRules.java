package org.fairreview.kit.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.fairreview.kit.model.Models.ProcessModel;
import org.jspecify.annotations.Nullable;

/** Models name beans, nothing else: a class name or a script would run past the code that is tested. */
final class GlueRules {

    private static final List<String> OTHER_WAYS = List.of("class", "expression", "type");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private GlueRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        Set<String> named = new HashSet<>();
        for (ProcessModel model : models.processes()) {
            elements(model, ServiceTask.class).forEach(task -> bean(model, task, JavaDelegate.class, code, complaints)
                    .ifPresent(named::add));
            elements(model, SendTask.class).forEach(task -> bean(model, task, JavaDelegate.class, code, complaints)
                    .ifPresent(named::add));
            elements(model, MessageEventDefinition.class).stream()
                    .filter(message -> message.getParentElement() instanceof ThrowEvent)
                    .forEach(message -> bean(model, message, JavaDelegate.class, code, complaints)
                            .ifPresent(named::add));
            elements(model, CamundaTaskListener.class)
                    .forEach(listener -> bean(model, listener, TaskListener.class, code, complaints)
                            .ifPresent(named::add));
            elements(model, CamundaExecutionListener.class)
                    .forEach(listener -> bean(model, listener, ExecutionListener.class, code, complaints)
                            .ifPresent(named::add));
            elements(model, BusinessRuleTask.class).forEach(task -> decision(model, task, models, complaints));
            elements(model, ScriptTask.class)
                    .forEach(task -> complaints.about(model.path(), task.getId(), "is a script"));
            elements(model, CamundaScript.class)
                    .forEach(script -> complaints.about(model.path(), owner(script), "holds a script"));
        }
        code.beans().forEach((name, type) -> {
            boolean glue = JavaDelegate.class.isAssignableFrom(type)
                    || TaskListener.class.isAssignableFrom(type)
                    || ExecutionListener.class.isAssignableFrom(type);
            if (glue && !named.contains(name)) {
                complaints.about(type.getSimpleName(), "no model names the bean '%s'".formatted(name));
            }
        });
    }

    private static Optional<String> bean(
            ProcessModel model, ModelElementInstance element, Class<?> type, CodeNames code, Complaints complaints) {
        for (String way : OTHER_WAYS) {
            if (attribute(element, way) != null) {
                complaints.about(model.path(), owner(element), "names a %s instead of a bean", way);
            }
        }
        String expression = attribute(element, "delegateExpression");
        if (expression == null) {
            complaints.about(model.path(), owner(element), "names no bean");
            return Optional.empty();
        }
        Optional<String> bean = Expressions.bean(expression);
        if (bean.filter(code.beans()::containsKey).isEmpty()) {
            complaints.about(model.path(), owner(element), "there is no bean '%s'", expression);
        } else if (!code.is(bean.get(), type)) {
            complaints.about(model.path(), owner(element), "the bean '%s' is no %s", bean.get(), type.getSimpleName());
        }
        return bean;
    }

    private static void decision(ProcessModel model, BusinessRuleTask task, Models models, Complaints complaints) {
        String key = task.getCamundaDecisionRef();
        if (key == null || models.decision(key).isEmpty()) {
            complaints.about(model.path(), task.getId(), "there is no decision '%s'", key);
        }
        if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
            complaints.about(model.path(), task.getId(), "binds the newest decision, not that of its own deployment");
        }
        if (!"singleEntry".equals(task.getCamundaMapDecisionResult()) || task.getCamundaResultVariable() == null) {
            complaints.about(model.path(), task.getId(), "does not map one answer to one variable");
        }
    }

    private static <T extends ModelElementInstance> Collection<T> elements(ProcessModel model, Class<T> type) {
        return model.bpmn().getModelElementsByType(type);
    }

    private static @Nullable String attribute(ModelElementInstance element, String name) {
        String ofCamunda = element.getAttributeValueNs(CAMUNDA, name);
        return ofCamunda == null ? element.getAttributeValue(name) : ofCamunda;
    }

    /** The id of the element, or of the one around it that has one. */
    private static String owner(ModelElementInstance element) {
        String id = element.getAttributeValue("id");
        return id == null ? owner(element.getParentElement()) : id;
    }
}
