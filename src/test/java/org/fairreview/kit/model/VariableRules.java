package org.fairreview.kit.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.fairreview.kit.model.Models.DecisionModel;
import org.fairreview.kit.model.Models.ProcessModel;
import org.fairreview.workflow.Var;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A variable that a model names and no code declares is a typing error, or an answer that would stay in the engine. */
final class VariableRules {

    /** What the engine itself puts into an expression. */
    private static final Set<String> OF_THE_ENGINE = Set.of("execution");

    /** Properties of a task that name a variable; {@code role} and {@code limit} do when they begin with a dollar sign. */
    private static final Set<String> NAMING_PROPERTIES = Set.of("unit", "assignee", "name", "from", "until");

    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*(?:==|!=)\\s*'([^']*)'");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");

    private VariableRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        for (ProcessModel model : models.processes()) {
            if (code.contract(model.key()).isEmpty()) {
                complaints.about(model.path(), model.key(), "has no contract in code");
            }
            var look = new Look(model, code.variables(model.key()), code.beans().keySet(), complaints);
            look.expressions(models.elements(model.path()));
            look.properties();
            look.parameters();
            look.calls(code);
            look.decisions(models);
        }
        code.contracts().stream()
                .filter(contract -> models.process(contract.key()).isEmpty())
                .forEach(contract -> complaints.about(contract.key(), "is a contract without a model"));
    }

    private record Look(ProcessModel model, Map<String, Var<?>> declared, Set<String> beans, Complaints complaints) {

        /** Every expression anywhere in the model, but for those that name a bean. */
        void expressions(List<Element> elements) {
            for (Element element : elements) {
                String place = owner(element);
                var attributes = element.getAttributes();
                IntStream.range(0, attributes.getLength())
                        .mapToObj(attributes::item)
                        .filter(attribute -> !"delegateExpression".equals(attribute.getLocalName()))
                        .forEach(attribute -> expression(place, attribute.getNodeValue()));
                if (element.getElementsByTagName("*").getLength() == 0) {
                    expression(place, element.getTextContent());
                }
            }
        }

        private static String owner(Element element) {
            return element.hasAttribute("id") || !(element.getParentNode() instanceof Element parent)
                    ? element.getAttribute("id")
                    : owner(parent);
        }

        private void expression(String place, @Nullable String text) {
            if (text == null || !Expressions.isExpression(text)) {
                return;
            }
            try {
                Expressions.names(text).stream()
                        .filter(name -> !OF_THE_ENGINE.contains(name) && !beans.contains(name))
                        .forEach(name -> declared(place, name));
                COMPARISON
                        .matcher(text)
                        .results()
                        .forEach(comparison -> value(place, comparison.group(1), comparison.group(2)));
            } catch (TreeBuilderException e) {
                complaints.about(model.path(), place, "'%s' is no expression", text);
            }
        }

        void properties() {
            for (CamundaProperty property : model.bpmn().getModelElementsByType(CamundaProperty.class)) {
                String place = property.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .getAttributeValue("id");
                String value = property.getCamundaValue();
                if (NAMING_PROPERTIES.contains(property.getCamundaName())) {
                    declared(place, value);
                } else if (value.startsWith("$")) {
                    declared(place, value.substring(1));
                }
            }
        }

        void parameters() {
            model.bpmn()
                    .getModelElementsByType(CamundaInputParameter.class)
                    .forEach(parameter -> declared(model.key(), parameter.getCamundaName()));
            model.bpmn()
                    .getModelElementsByType(CamundaOutputParameter.class)
                    .forEach(parameter -> declared(model.key(), parameter.getCamundaName()));
        }

        void calls(CodeNames code) {
            for (CallActivity call : model.bpmn().getModelElementsByType(CallActivity.class)) {
                if (call.getExtensionElements() == null) {
                    continue;
                }
                var called = new Look(model, code.variables(call.getCalledElement()), beans, complaints);
                var mappings = call.getExtensionElements().getElementsQuery();
                for (CamundaIn in : mappings.filterByType(CamundaIn.class).list()) {
                    mapped(call.getId(), in.getCamundaSource(), this);
                    mapped(call.getId(), in.getCamundaTarget(), called);
                }
                for (CamundaOut out : mappings.filterByType(CamundaOut.class).list()) {
                    mapped(call.getId(), out.getCamundaSource(), called);
                    mapped(call.getId(), out.getCamundaTarget(), this);
                }
            }
        }

        private static void mapped(String place, @Nullable String name, Look side) {
            if (name != null) {
                side.declared(place, name);
            }
        }

        void decisions(Models models) {
            for (BusinessRuleTask task : model.bpmn().getModelElementsByType(BusinessRuleTask.class)) {
                if (task.getCamundaResultVariable() != null) {
                    declared(task.getId(), task.getCamundaResultVariable());
                }
                models.decision(String.valueOf(task.getCamundaDecisionRef()))
                        .ifPresent(decision -> decision(task, decision));
            }
        }

        private void decision(BusinessRuleTask task, DecisionModel decision) {
            Set<String> read = new TreeSet<>();
            for (InputExpression input : decision.dmn().getModelElementsByType(InputExpression.class)) {
                WORD.matcher(input.getText().getTextContent())
                        .results()
                        .map(MatchResult::group)
                        .forEach(read::add);
            }
            read.forEach(name -> declared(decision.key(), name));
            for (Output output : decision.dmn().getModelElementsByType(Output.class)) {
                declared(decision.key(), output.getName());
            }
            for (Rule rule : decision.dmn().getModelElementsByType(Rule.class)) {
                for (OutputEntry entry : rule.getOutputEntries()) {
                    String answer = entry.getTextContent().strip();
                    value(rule.getId(), task.getCamundaResultVariable(), answer.replaceAll("^\"|\"$", ""));
                }
            }
        }

        private void declared(String place, String name) {
            if (!declared.containsKey(name)) {
                complaints.about(model.path(), place, "'%s' is no declared variable", name);
            }
        }

        private void value(String place, String name, String value) {
            if (!declared.containsKey(name)) {
                return;
            }
            try {
                declared.get(name).load().apply(value);
            } catch (IllegalArgumentException | ClassCastException e) {
                complaints.about(model.path(), place, "'%s' is no value of '%s'", value, name);
            }
        }
    }
}
