package org.fairreview.kit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.fairreview.kit.ModelPictures;
import org.fairreview.kit.model.Models.ProcessModel;

/** Every element is drawn where it belongs, and the picture beside the model shows it so. */
final class DiagramRules {

    private static final double NEAR = 1;

    private DiagramRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        models.processes().forEach(model -> diagram(model, complaints));
        models.decisions().forEach(model -> {
            if (!models.text(model.path()).contains("dmnElementRef=\"" + model.key() + "\"")) {
                complaints.about(model.path(), model.key(), "is not drawn");
            }
        });
        models.paths(".bpmn").forEach(path -> picture(models, path, complaints));
        models.paths(".svg").stream()
                .filter(path -> models.find(path.replaceFirst("svg$", "bpmn")).isEmpty())
                .forEach(path -> complaints.about(path, "is the picture of no model"));
    }

    private static void picture(Models models, String path, Complaints complaints) {
        String picture = ModelPictures.pictureOf(path);
        models.find(picture)
                .ifPresentOrElse(
                        drawing -> ModelPictures.faults(models.text(path), drawing)
                                .forEach(fault -> complaints.about(picture, fault + ": draw it (bpmn/README.md)")),
                        () -> complaints.about(path, "has no picture: draw it (bpmn/README.md)"));
    }

    private static void diagram(ProcessModel model, Complaints complaints) {
        Map<BaseElement, Bounds> shapes = new HashMap<>();
        elements(model, BpmnShape.class).forEach(shape -> shapes.put(shape.getBpmnElement(), shape.getBounds()));
        Map<BaseElement, List<Waypoint>> edges = new HashMap<>();
        elements(model, BpmnEdge.class)
                .forEach(edge -> edges.put(edge.getBpmnElement(), new ArrayList<>(edge.getWaypoints())));
        Stream.of(FlowNode.class, SequenceFlow.class, Lane.class, Participant.class, MessageFlow.class, Artifact.class)
                .flatMap(type -> elements(model, type).stream())
                .filter(element -> !shapes.containsKey(element) && !edges.containsKey(element))
                .forEach(element -> complaints.about(model.path(), element.getId(), "is not drawn"));
        elements(model, SequenceFlow.class).forEach(flow -> docked(model, flow, shapes, edges, complaints));
        overlapping(model, shapes, complaints);
    }

    private static void docked(
            ProcessModel model,
            SequenceFlow flow,
            Map<BaseElement, Bounds> shapes,
            Map<BaseElement, List<Waypoint>> edges,
            Complaints complaints) {
        List<Waypoint> points = edges.getOrDefault(flow, List.of());
        if (points.isEmpty() || !shapes.containsKey(flow.getSource()) || !shapes.containsKey(flow.getTarget())) {
            return;
        }
        if (!touches(points.get(0), shapes.get(flow.getSource()))) {
            complaints.about(
                    model.path(),
                    flow.getId(),
                    "is not drawn from %s",
                    flow.getSource().getId());
        }
        if (!touches(points.get(points.size() - 1), shapes.get(flow.getTarget()))) {
            complaints.about(
                    model.path(),
                    flow.getId(),
                    "is not drawn to %s",
                    flow.getTarget().getId());
        }
    }

    private static void overlapping(ProcessModel model, Map<BaseElement, Bounds> shapes, Complaints complaints) {
        List<FlowNode> nodes = elements(model, FlowNode.class).stream()
                .filter(node -> !(node instanceof BoundaryEvent) && !(node instanceof SubProcess))
                .filter(shapes::containsKey)
                .toList();
        for (FlowNode one : nodes) {
            nodes.stream()
                    .filter(other -> one.getId().compareTo(other.getId()) < 0)
                    .filter(other -> overlap(shapes.get(one), shapes.get(other)))
                    .forEach(other -> complaints.about(model.path(), one.getId(), "lies on %s", other.getId()));
        }
    }

    private static boolean touches(Waypoint point, Bounds box) {
        return point.getX() >= box.getX() - NEAR
                && point.getX() <= box.getX() + box.getWidth() + NEAR
                && point.getY() >= box.getY() - NEAR
                && point.getY() <= box.getY() + box.getHeight() + NEAR;
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }

    private static <T extends ModelElementInstance> Collection<T> elements(ProcessModel model, Class<T> type) {
        return model.bpmn().getModelElementsByType(type);
    }
}
