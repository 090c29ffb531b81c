package org.fairreview.kit.model;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.fairreview.kit.model.Models.ProcessModel;
import org.jspecify.annotations.Nullable;

/** Officers read the diagrams: a gateway is a question, its flows are the answers, and everything is in Chinese. */
final class LabelRules {

    private static final Pattern CHINESE = Pattern.compile("(?=.*\\p{IsHan})[^A-Za-z]+", Pattern.DOTALL);

    private LabelRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        for (ProcessModel model : models.processes()) {
            chinese(model, Process.class, complaints);
            chinese(model, Participant.class, complaints);
            chinese(model, Lane.class, complaints);
            chinese(model, StartEvent.class, complaints);
            chinese(model, EndEvent.class, complaints);
            chinese(model, Activity.class, complaints);
            model.bpmn()
                    .getModelElementsByType(ExclusiveGateway.class)
                    .forEach(gateway -> gateway(model, gateway, gateway.getName(), gateway.getDefault(), complaints));
            model.bpmn()
                    .getModelElementsByType(InclusiveGateway.class)
                    .forEach(gateway -> gateway(model, gateway, gateway.getName(), gateway.getDefault(), complaints));
            model.bpmn()
                    .getModelElementsByType(SequenceFlow.class)
                    .forEach(flow -> conditionOnlyAfterQuestion(model, flow, complaints));
        }
    }

    private static void chinese(ProcessModel model, Class<? extends ModelElementInstance> type, Complaints complaints) {
        for (ModelElementInstance element : model.bpmn().getModelElementsByType(type)) {
            String name = element.getAttributeValue("name");
            if (!isChinese(name)) {
                complaints.about(
                        model.path(),
                        element.getAttributeValue("id"),
                        "'%s' is no Chinese name",
                        name == null ? "" : name);
            }
        }
    }

    private static void gateway(
            ProcessModel model,
            FlowNode gateway,
            @Nullable String name,
            @Nullable SequenceFlow byDefault,
            Complaints complaints) {
        List<SequenceFlow> outgoing = outgoing(model, gateway);
        if (outgoing.size() < 2) {
            return;
        }
        if (!isChinese(name) || !name.matches(".*[?\uFF1F]")) {
            complaints.about(model.path(), gateway.getId(), "is not named as a question");
        }
        for (SequenceFlow flow : outgoing) {
            if (!isChinese(flow.getName())) {
                complaints.about(model.path(), flow.getId(), "does not say in Chinese which answer it stands for");
            }
            if ((flow.getConditionExpression() == null) != flow.equals(byDefault)) {
                complaints.about(model.path(), flow.getId(), "has a condition or else is the default");
            }
        }
    }

    private static void conditionOnlyAfterQuestion(ProcessModel model, SequenceFlow flow, Complaints complaints) {
        FlowNode source = flow.getSource();
        boolean alone = outgoing(model, source).size() < 2;
        boolean afterQuestion = source instanceof ExclusiveGateway || source instanceof InclusiveGateway;
        if (flow.getConditionExpression() != null && (alone || !afterQuestion)) {
            complaints.about(model.path(), flow.getId(), "has a condition, but no question before it");
        }
        if (!alone && !(source instanceof Gateway)) {
            complaints.about(model.path(), flow.getId(), "leaves a step together with others: a gateway says why");
        }
    }

    /** The flows that say they come from the node; not every modeler repeats them in the node. */
    private static List<SequenceFlow> outgoing(ProcessModel model, FlowNode node) {
        return model.bpmn().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource().equals(node))
                .toList();
    }

    private static boolean isChinese(@Nullable String name) {
        return name != null && CHINESE.matcher(name).matches();
    }
}
