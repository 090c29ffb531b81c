package org.fairreview.kit.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.fairreview.kit.ModelPictures;
import org.fairreview.workflow.AnswerListener;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;

/** Small models in which every check finds something to look at and nothing wrong. */
final class SmallModels {

    static final String CASE = "demo/small-case.bpmn";
    static final String HELP = "demo/small-help.bpmn";
    static final String WAY = "demo/small-way.dmn";
    static final String FORM = "demo/decide.form";
    static final String ROWS = "demo/list.html";
    static final String README = "README.md";

    static final CodeNames CODE = new CodeNames(
            Map.of(
                    "routeTask", Route.class,
                    "decide", Decide.class,
                    "list", ListUp.class,
                    "count", Count.class),
            List.of(
                    new ProcessContract(
                            "SmallCase", List.of(Var.oneOf("way", Way.class), Var.text("kind"), Var.text("unit"))),
                    new ProcessContract("SmallHelp", List.of(Var.text("helpId")))),
            Set.of("receipt"));

    private static final Map<String, String> FILES = Map.of(
            CASE,
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_SmallCase" targetNamespace="https://fairreview.org/test">
              <bpmn:process id="SmallCase" name="小案" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:startEvent id="StartEvent_Begun" name="已开始" />
                <bpmn:businessRuleTask id="Task_ChooseWay" name="选择路径" camunda:decisionRef="SmallWay" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="way" />
                <bpmn:exclusiveGateway id="Gateway_Way" name="走哪条路?" default="Flow_Short" />
                <bpmn:serviceTask id="Task_Count" name="计数" camunda:delegateExpression="${count}" />
                <bpmn:endEvent id="EndEvent_Counted" name="已计数" />
                <bpmn:userTask id="Task_Decide" name="决定" camunda:formKey="camunda-forms:deployment:decide.form">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="role" value="clerk" />
                      <camunda:property name="unit" value="unit" />
                      <camunda:property name="limit" value="receipt" />
                    </camunda:properties>
                    <camunda:taskListener event="create" delegateExpression="${routeTask}" />
                    <camunda:taskListener event="complete" delegateExpression="${decide}" />
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="BoundaryEvent_Overdue" name="已逾期" cancelActivity="false" attachedToRef="Task_Decide">
                  <bpmn:timerEventDefinition id="Timer_Overdue">
                    <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P9D</bpmn:timeDuration>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="EndEvent_Reminded" name="已提醒" />
                <bpmn:userTask id="Task_List" name="列表" camunda:formKey="embedded:deployment:list.html">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="role" value="$kind" />
                      <camunda:property name="unit" value="unit" />
                      <camunda:property name="limit" value="receipt" />
                    </camunda:properties>
                    <camunda:taskListener event="create" delegateExpression="${routeTask}" />
                    <camunda:taskListener event="complete" delegateExpression="${list}" />
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:callActivity id="CallActivity_Help" name="求助" calledElement="SmallHelp" camunda:calledElementBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:in source="caseNumber" target="caseNumber" />
                    <camunda:in source="measureTitle" target="measureTitle" />
                    <camunda:in source="region" target="region" />
                    <camunda:in source="kind" target="helpId" />
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:endEvent id="EndEvent_Helped" name="已求助" />
                <bpmn:sequenceFlow id="Flow_Begun" sourceRef="StartEvent_Begun" targetRef="Task_ChooseWay" />
                <bpmn:sequenceFlow id="Flow_Chosen" sourceRef="Task_ChooseWay" targetRef="Gateway_Way" />
                <bpmn:sequenceFlow id="Flow_Short" name="短路" sourceRef="Gateway_Way" targetRef="Task_Count" />
                <bpmn:sequenceFlow id="Flow_Counted" sourceRef="Task_Count" targetRef="EndEvent_Counted" />
                <bpmn:sequenceFlow id="Flow_Long" name="长路" sourceRef="Gateway_Way" targetRef="Task_Decide">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${way == 'LONG'}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="Flow_Overdue" sourceRef="BoundaryEvent_Overdue" targetRef="EndEvent_Reminded" />
                <bpmn:sequenceFlow id="Flow_Decided" sourceRef="Task_Decide" targetRef="Task_List" />
                <bpmn:sequenceFlow id="Flow_Listed" sourceRef="Task_List" targetRef="CallActivity_Help" />
                <bpmn:sequenceFlow id="Flow_Helped" sourceRef="CallActivity_Help" targetRef="EndEvent_Helped" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram_SmallCase">
                <bpmndi:BPMNPlane id="Plane_SmallCase" bpmnElement="SmallCase">
            %s    </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """
                    .formatted(shape("StartEvent_Begun", 0, 0, 36, 36)
                            + shape("Task_ChooseWay", 100, 0, 100, 80)
                            + shape("Gateway_Way", 300, 0, 50, 50)
                            + shape("Task_Count", 400, 0, 100, 80)
                            + shape("EndEvent_Counted", 600, 0, 36, 36)
                            + shape("Task_Decide", 400, 200, 100, 80)
                            + shape("BoundaryEvent_Overdue", 430, 262, 36, 36)
                            + shape("EndEvent_Reminded", 430, 400, 36, 36)
                            + shape("Task_List", 600, 200, 100, 80)
                            + shape("CallActivity_Help", 800, 200, 100, 80)
                            + shape("EndEvent_Helped", 1000, 200, 36, 36)
                            + edge("Flow_Begun", 36, 18, 100, 18)
                            + edge("Flow_Chosen", 200, 25, 300, 25)
                            + edge("Flow_Short", 350, 25, 400, 25)
                            + edge("Flow_Counted", 500, 18, 600, 18)
                            + edge("Flow_Long", 325, 50, 400, 220)
                            + edge("Flow_Overdue", 448, 298, 448, 400)
                            + edge("Flow_Decided", 500, 240, 600, 240)
                            + edge("Flow_Listed", 700, 240, 800, 240)
                            + edge("Flow_Helped", 900, 218, 1000, 218)),
            HELP,
            """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_SmallHelp" targetNamespace="https://fairreview.org/test">
              <bpmn:process id="SmallHelp" name="求助" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:startEvent id="StartEvent_Asked" name="已求助" />
                <bpmn:endEvent id="EndEvent_Answered" name="已答复" />
                <bpmn:sequenceFlow id="Flow_Asked" sourceRef="StartEvent_Asked" targetRef="EndEvent_Answered" />
              </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram_SmallHelp">
                <bpmndi:BPMNPlane id="Plane_SmallHelp" bpmnElement="SmallHelp">
            %s    </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """
                    .formatted(shape("StartEvent_Asked", 0, 0, 36, 36)
                            + shape("EndEvent_Answered", 100, 0, 36, 36)
                            + edge("Flow_Asked", 36, 18, 100, 18)),
            WAY,
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_SmallWay" name="路径" namespace="https://fairreview.org/test">
              <decision id="SmallWay" name="选择路径" camunda:historyTimeToLive="P30D">
                <decisionTable id="DecisionTable_SmallWay" hitPolicy="UNIQUE">
                  <input id="Input_Kind" label="种类">
                    <inputExpression id="InputExpression_Kind" typeRef="string">
                      <text>kind</text>
                    </inputExpression>
                  </input>
                  <output id="Output_Way" label="路径" name="way" typeRef="string" />
                  <rule id="Rule_Easy">
                    <inputEntry id="InputEntry_Easy">
                      <text>"easy"</text>
                    </inputEntry>
                    <outputEntry id="OutputEntry_Easy">
                      <text>"SHORT"</text>
                    </outputEntry>
                  </rule>
                </decisionTable>
              </decision>
              <dmndi:DMNDI>
                <dmndi:DMNDiagram id="Diagram_SmallWay">
                  <dmndi:DMNShape id="Shape_SmallWay" dmnElementRef="SmallWay">
                    <dc:Bounds height="80" width="180" x="0" y="0" />
                  </dmndi:DMNShape>
                </dmndi:DMNDiagram>
              </dmndi:DMNDI>
            </definitions>
            """,
            FORM,
            """
            {"components": [
              {"type": "text", "text": "请决定"},
              {"type": "radio", "key": "verdict", "values": [{"value": "YES"}, {"value": "NO"}]},
              {"type": "group", "components": [{"type": "textarea", "key": "reason"}]}
            ]}
            """,
            ROWS,
            """
            <form>
              <textarea cam-variable-name="answer" cam-variable-type="String"></textarea>
              <textarea name="remark"></textarea>
              <input type="hidden" name="hint">
              <div data-part="verdicts"></div>
              <table data-rows="items"></table>
              <template data-row-of="items">
                <tr><td><input name="title"></td><td><input data-name="count" name="count-1"></td></tr>
                <tr><td><select name="verdict"><option value="">请选择</option><option value="YES">是</option></select></td></tr>
              </template>
              <script>
                const form = {
                  fill: (form) => form.radios(form.part('verdicts'), 'verdict', form.context.verdicts),
                  answer: (answer) => ({ remark: answer.remark, verdict: answer.verdict, items: answer.items }),
                };
              </script>
            </form>
            """,
            README,
            """
            | process | who starts it | people's tasks (role, limit) | timers | picture |
            |---|---|---|---|---|
            | [`SmallCase`](demo/small-case.bpmn) 小案 | the test | 决定 (clerk, receipt)<br>列表 ($kind, receipt) | `BoundaryEvent_Overdue` `P9D` | [picture](demo/small-case.svg) |
            | [`SmallHelp`](demo/small-help.bpmn) 求助 | call activity in `SmallCase` | none | none | [picture](demo/small-help.svg) |

            Decisions: [`SmallWay`](demo/small-way.dmn)
            """);

    enum Way {
        SHORT,
        LONG
    }

    enum Verdict {
        YES,
        NO
    }

    record Decision(Verdict verdict, String reason) {}

    record Item(String title, int count, Verdict verdict) {}

    record Listing(String remark, Verdict verdict, List<Item> items) {}

    private abstract static class Route implements TaskListener {}

    private abstract static class Decide extends AnswerListener<Decision> {
        private Decide() {
            super(Decision.class, null);
        }
    }

    private abstract static class ListUp extends AnswerListener<Listing> {
        private ListUp() {
            super(Listing.class, null);
        }
    }

    private abstract static class Count implements JavaDelegate {}

    private SmallModels() {}

    static Models sound() {
        return Models.of(withPictures(FILES));
    }

    /** The models with one text of one file replaced, and their pictures drawn anew. */
    static Models broken(String path, String text, String replacement) {
        return Models.of(withPictures(replaced(FILES, path, text, replacement)));
    }

    /** The models with one text of one picture replaced. */
    static Models withBrokenPicture(String path, String text, String replacement) {
        return Models.of(replaced(withPictures(FILES), path, text, replacement));
    }

    /** The models with one more file. */
    static Models with(String path, String text) {
        Map<String, String> files = withPictures(FILES);
        files.put(path, text);
        return Models.of(files);
    }

    /** The models without one file. */
    static Models without(String path) {
        Map<String, String> files = withPictures(FILES);
        if (files.remove(path) == null) {
            throw new IllegalArgumentException("There is no " + path);
        }
        return Models.of(files);
    }

    private static Map<String, String> replaced(
            Map<String, String> files, String path, String text, String replacement) {
        Map<String, String> changed = new TreeMap<>(files);
        String before = changed.get(path);
        String after = before.replace(text, replacement);
        if (after.equals(before)) {
            throw new IllegalArgumentException("%s has no '%s'".formatted(path, text));
        }
        changed.put(path, after);
        return changed;
    }

    private static Map<String, String> withPictures(Map<String, String> files) {
        Map<String, String> all = new TreeMap<>(files);
        files.forEach((path, text) -> {
            if (path.endsWith(".bpmn")) {
                all.put(ModelPictures.pictureOf(path), ModelPictures.stamp(text, "<svg>a drawing</svg>\n"));
            }
        });
        return all;
    }

    private static String shape(String id, int x, int y, int width, int height) {
        return "<bpmndi:BPMNShape id=\"Shape_%s\" bpmnElement=\"%s\"><dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" /></bpmndi:BPMNShape>\n"
                .formatted(id, id, x, y, width, height);
    }

    private static String edge(String id, int fromX, int fromY, int toX, int toY) {
        return "<bpmndi:BPMNEdge id=\"Edge_%s\" bpmnElement=\"%s\"><di:waypoint x=\"%d\" y=\"%d\" /><di:waypoint x=\"%d\" y=\"%d\" /></bpmndi:BPMNEdge>\n"
                .formatted(id, id, fromX, fromY, toX, toY);
    }
}
