package org.fairreview.kit.model;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The naming list of the models: ids are data, they stand in the history, the audit trail and the tests. */
final class NameRules {

    private static final String WORD = "[A-Z][A-Za-z0-9]*";
    private static final Pattern KEY = Pattern.compile(WORD);
    private static final String CAMUNDA = "http://camunda.org/";

    /**
     * How the id of a kind of element begins.
     *
     * @param kind the element's local name
     * @param why what the id is read for
     */
    private record Prefix(String kind, String prefix, String why) {}

    private static final List<Prefix> LIST = List.of(
            new Prefix("startEvent", "StartEvent_", "the history says how a case began"),
            new Prefix("endEvent", "EndEvent_", "tests and the case page say how a case ended"),
            new Prefix("boundaryEvent", "BoundaryEvent_", "tests fire timers by this name"),
            new Prefix("intermediateCatchEvent", "CatchEvent_", "the case page says what a case waits for"),
            new Prefix("intermediateThrowEvent", "ThrowEvent_", "the history says what a case told others"),
            new Prefix("userTask", "Task_", "the audit trail names the step that a person did"),
            new Prefix("serviceTask", "Task_", "an incident names the step that failed"),
            new Prefix("sendTask", "Task_", "an incident names the step that failed"),
            new Prefix("receiveTask", "Task_", "the case page says what a case waits for"),
            new Prefix("businessRuleTask", "Task_", "the history names the step that a table decided"),
            new Prefix("callActivity", "CallActivity_", "the history leads from here to another process"),
            new Prefix("subProcess", "SubProcess_", "the history groups steps under it"),
            new Prefix("exclusiveGateway", "Gateway_", "the question that decided the way"),
            new Prefix("inclusiveGateway", "Gateway_", "the question that decided the ways"),
            new Prefix("parallelGateway", "Gateway_", "where ways part or meet"),
            new Prefix("eventBasedGateway", "Gateway_", "where a case waits for the first of several events"),
            new Prefix("sequenceFlow", "Flow_", "the answer that was taken; the case page marks it"),
            new Prefix("messageFlow", "MessageFlow_", "which process talks to which"),
            new Prefix("collaboration", "Collaboration_", "the sheet that holds the process"),
            new Prefix("participant", "Participant_", "the frame with the name of the process"),
            new Prefix("laneSet", "LaneSet_", "groups the lanes"),
            new Prefix("lane", "Lane_", "who does the steps in it"),
            new Prefix("message", "Message_", "another process sends or waits for it"),
            new Prefix("signal", "Signal_", "other processes send or wait for it"),
            new Prefix("error", "Error_", "the outcome that a step may throw"),
            new Prefix("timerEventDefinition", "Timer_", "jobs carry it"),
            new Prefix("messageEventDefinition", "MessageEvent_", "subscriptions carry it"),
            new Prefix("signalEventDefinition", "SignalEvent_", "subscriptions carry it"),
            new Prefix("errorEventDefinition", "ErrorEvent_", "where an outcome is caught"),
            new Prefix("terminateEventDefinition", "TerminateEvent_", "where everything stops"),
            new Prefix("textAnnotation", "Annotation_", "a note for the reader"),
            new Prefix("association", "Association_", "ties a note to a step"),
            new Prefix("decisionTable", "DecisionTable_", "the table of a decision"),
            new Prefix("input", "Input_", "the history shows what a table read"),
            new Prefix("inputExpression", "InputExpression_", "reads an input"),
            new Prefix("output", "Output_", "the history shows what a table answered"),
            new Prefix("rule", "Rule_", "the history says which row matched"),
            new Prefix("inputEntry", "InputEntry_", "a cell of a row"),
            new Prefix("outputEntry", "OutputEntry_", "a cell of a row"),
            new Prefix("inputData", "InputData_", "what a decision depends on"),
            new Prefix("informationRequirement", "Requirement_", "what a decision depends on"),
            new Prefix("definitions", "Definitions_", "the root of the file"),
            new Prefix("BPMNDiagram", "Diagram_", "the drawing"),
            new Prefix("BPMNPlane", "Plane_", "the drawing"),
            new Prefix("DMNDiagram", "Diagram_", "the drawing"));

    /** Elements whose id is a key of the code, and drawings, whose id follows from what they draw. */
    private static final List<String> KEYS = List.of("process", "decision");

    private static final Map<String, String> DRAWN =
            Map.of("BPMNShape", "Shape_", "BPMNEdge", "Edge_", "DMNShape", "Shape_", "DMNEdge", "Edge_");

    private NameRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        models.paths(".bpmn").forEach(path -> ids(models, path, complaints));
        models.paths(".dmn").forEach(path -> ids(models, path, complaints));
        models.processes().forEach(model -> fileName(model.path(), model.key(), ".bpmn", complaints));
        models.decisions().forEach(model -> fileName(model.path(), model.key(), ".dmn", complaints));
        oneProcessEach(models, complaints);
        uniqueFileNames(models, complaints);
    }

    private static void ids(Models models, String path, Complaints complaints) {
        models.elements(path).stream()
                .filter(element -> element.hasAttribute("id"))
                .filter(element -> !String.valueOf(element.getNamespaceURI()).startsWith(CAMUNDA))
                .forEach(element -> id(path, element, complaints));
    }

    private static void id(String path, Element element, Complaints complaints) {
        String kind = element.getLocalName();
        String id = element.getAttribute("id");
        if (KEYS.contains(kind)) {
            if (!KEY.matcher(id).matches()) {
                complaints.about(path, id, "the key of a %s is written in UpperCamel: the code names it", kind);
            }
            return;
        }
        if (DRAWN.containsKey(kind)) {
            String drawn = element.getAttribute("bpmnElement") + element.getAttribute("dmnElementRef");
            if (!id.equals(DRAWN.get(kind) + drawn)) {
                complaints.about(path, id, "the drawing of %s is called %s%s", drawn, DRAWN.get(kind), drawn);
            }
            return;
        }
        Optional<Prefix> rule =
                LIST.stream().filter(prefix -> prefix.kind().equals(kind)).findFirst();
        if (rule.isEmpty()) {
            complaints.about(path, id, "a %s has no place in the naming list", kind);
        } else if (!id.matches(rule.get().prefix() + WORD)) {
            complaints.about(
                    path,
                    id,
                    "the id of a %s is %sUpperCamel: %s",
                    kind,
                    rule.get().prefix(),
                    rule.get().why());
        }
    }

    private static void fileName(String path, String key, String ending, Complaints complaints) {
        String expected = key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ending;
        if (!Models.fileName(path).equals(expected)) {
            complaints.about(path, key, "the file is called %s: keys lead to files", expected);
        }
    }

    private static void oneProcessEach(Models models, Complaints complaints) {
        Map<String, String> seen = new HashMap<>();
        models.processes().forEach(model -> {
            if (seen.containsValue(model.path())) {
                complaints.about(model.path(), model.key(), "a file holds one process: forms are found by it");
            }
            if (seen.put(model.key(), model.path()) != null) {
                complaints.about(model.path(), model.key(), "another file holds a process of this key");
            }
        });
    }

    private static void uniqueFileNames(Models models, Complaints complaints) {
        Map<String, String> seen = new HashMap<>();
        models.paths("").forEach(path -> {
            String other = seen.put(Models.fileName(path), path);
            if (other != null) {
                complaints.about(path, "has the name of " + other + ": models are deployed under their plain names");
            }
        });
    }
}
