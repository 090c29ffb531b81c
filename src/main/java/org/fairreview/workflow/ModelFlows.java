package org.fairreview.workflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.stereotype.Component;

/** The sequence flows of each version of a model, by the element into which they lead. */
@Component
class ModelFlows {

    /** A sequence flow and the element from which it comes. */
    record Flow(String id, String source) {}

    private final RepositoryService repository;
    private final Map<String, Map<String, List<Flow>>> known = new ConcurrentHashMap<>();

    ModelFlows(RepositoryService repository) {
        this.repository = repository;
    }

    /** The flows into an element of a version of a model. */
    List<Flow> into(String model, String element) {
        return known.computeIfAbsent(model, this::read).getOrDefault(element, List.of());
    }

    private Map<String, List<Flow>> read(String model) {
        return repository.getBpmnModelInstance(model).getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(
                        flow -> flow.getTarget().getId(),
                        Collectors.mapping(
                                flow -> new Flow(flow.getId(), flow.getSource().getId()), Collectors.toList())));
    }
}
