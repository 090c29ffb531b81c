package org.fairreview.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The product's models for an engine that knows nothing of the product: what calls our code asks {@link RecordedPath} for what
 * was recorded. Shapes, events, timers, asynchronous boundaries, decisions and calls stay as they are.
 */
final class BareModels {

    /** A way that can be chosen behind a gateway. */
    record Way(String flow, String target) {}

    private static final String PERFORM = "${recorded.perform(execution)}";

    private final Map<String, BpmnModelInstance> models = new HashMap<>();
    private final List<Resource> decisions;
    private final Map<String, Map<String, List<Way>>> ways = new HashMap<>();
    private final Map<String, Map<String, String>> elementVariables = new HashMap<>();
    private final Map<String, Map<String, String>> startMessages = new HashMap<>();

    BareModels() {
        try {
            PathMatchingResourcePatternResolver classpath = new PathMatchingResourcePatternResolver();
            for (Resource model : classpath.getResources("classpath*:bpmn/**/*.bpmn")) {
                try (InputStream in = model.getInputStream()) {
                    models.put(model.getFilename(), Bpmn.readModelFromStream(in));
                }
            }
            decisions = List.of(classpath.getResources("classpath*:bpmn/**/*.dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        models.values().forEach(this::makeBare);
    }

    /** The ways behind a gateway that chooses; none for anything else. */
    List<Way> ways(String process, String element) {
        return ways.getOrDefault(process, Map.of()).getOrDefault(element, List.of());
    }

    /** The name under which each instance of a multiple element finds its own value. */
    String elementVariable(String process, String element) {
        return elementVariables.getOrDefault(process, Map.of()).get(element);
    }

    /** The message by which a process begins at a start event; absent where it needs none. */
    Optional<String> startMessage(String process, String startEvent) {
        return Optional.ofNullable(startMessages.getOrDefault(process, Map.of()).get(startEvent));
    }

    void deploy(RepositoryService repository) throws IOException {
        DeploymentBuilder deployment = repository.createDeployment().name("bare");
        models.forEach(deployment::addModelInstance);
        for (Resource decision : decisions) {
            try (InputStream in = decision.getInputStream()) {
                deployment.addInputStream(decision.getFilename(), in);
            }
        }
        deployment.deploy();
    }

    private void makeBare(BpmnModelInstance model) {
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        all(model, MessageEventDefinition.class).stream()
                .filter(event -> event.getParentElement() instanceof StartEvent)
                .forEach(event -> startMessages
                        .computeIfAbsent(process, key -> new HashMap<>())
                        .put(
                                ((StartEvent) event.getParentElement()).getId(),
                                event.getMessage().getName()));
        all(model, CamundaTaskListener.class).forEach(BareModels::remove);
        all(model, CamundaExecutionListener.class).forEach(BareModels::remove);
        all(model, UserTask.class).forEach(task -> begin(model, task));
        all(model, ServiceTask.class).forEach(task -> {
            withoutDelegate(task);
            task.setCamundaExpression(PERFORM);
        });
        all(model, MessageEventDefinition.class).stream()
                .filter(event -> event.getCamundaDelegateExpression() != null)
                .forEach(event -> {
                    withoutDelegate(event);
                    event.setCamundaExpression(PERFORM);
                });
        all(model, CamundaIn.class).stream()
                .filter(in -> in.getCamundaSourceExpression() != null)
                .forEach(in -> in.setCamundaSourceExpression(
                        "${recorded.given(execution, '%s')}".formatted(in.getCamundaTarget())));
        all(model, MultiInstanceLoopCharacteristics.class).forEach(several -> {
            elementVariables
                    .computeIfAbsent(process, key -> new HashMap<>())
                    .put(((FlowNode) several.getParentElement()).getId(), several.getCamundaElementVariable());
            several.setCamundaCollection("${recorded.elements(execution)}");
        });
        all(model, ExclusiveGateway.class).forEach(gateway -> {
            gateway.removeAttribute("default");
            choose(model, process, gateway);
        });
        all(model, InclusiveGateway.class).forEach(gateway -> {
            gateway.removeAttribute("default");
            choose(model, process, gateway);
        });
    }

    private void choose(BpmnModelInstance model, String process, FlowNode gateway) {
        List<SequenceFlow> flows = all(model, SequenceFlow.class).stream()
                .filter(flow -> flow.getSource().equals(gateway))
                .toList();
        if (flows.size() < 2) {
            return;
        }
        ways.computeIfAbsent(process, key -> new HashMap<>())
                .put(
                        gateway.getId(),
                        flows.stream()
                                .map(flow ->
                                        new Way(flow.getId(), flow.getTarget().getId()))
                                .toList());
        for (SequenceFlow flow : flows) {
            ConditionExpression condition = model.newInstance(ConditionExpression.class);
            condition.setTextContent("${recorded.took(execution, '%s')}".formatted(flow.getId()));
            flow.setConditionExpression(condition);
        }
    }

    private static void begin(BpmnModelInstance model, UserTask task) {
        if (task.getExtensionElements() == null) {
            task.setExtensionElements(model.newInstance(ExtensionElements.class));
        }
        CamundaTaskListener listener = task.getExtensionElements().addExtensionElement(CamundaTaskListener.class);
        listener.setCamundaEvent("create");
        listener.setCamundaExpression("${recorded.begin(task)}");
    }

    private static void withoutDelegate(BaseElement element) {
        element.removeAttributeNs(BpmnModelConstants.CAMUNDA_NS, "delegateExpression");
    }

    private static <T extends ModelElementInstance> List<T> all(BpmnModelInstance model, Class<T> type) {
        return new ArrayList<>(model.getModelElementsByType(type));
    }

    private static void remove(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }
}
