package org.fairreview.kit.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.fairreview.kit.model.Models.ProcessModel;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Var;
import org.jspecify.annotations.Nullable;

/** A called process exists, is that of the same deployment, and knows its case. */
final class CallRules {

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    private CallRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        for (ProcessModel model : models.processes()) {
            for (CallActivity call : model.bpmn().getModelElementsByType(CallActivity.class)) {
                if (models.process(String.valueOf(call.getCalledElement())).isEmpty()) {
                    complaints.about(model.path(), call.getId(), "there is no process '%s'", call.getCalledElement());
                }
                if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
                    complaints.about(
                            model.path(), call.getId(), "calls the newest process, not that of its deployment");
                }
                mappings(model, call, complaints);
            }
        }
    }

    private static void mappings(ProcessModel model, CallActivity call, Complaints complaints) {
        List<CamundaIn> in = call.getExtensionElements() == null
                ? List.of()
                : call.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaIn.class)
                        .list();
        if (in.stream().noneMatch(mapping -> isKey(mapping.getCamundaBusinessKey(), in))) {
            complaints.about(model.path(), call.getId(), "does not pass the business key on: it is not inherited");
        }
        boolean everything = in.stream().anyMatch(mapping -> mapping.getCamundaVariables() != null)
                || model.bpmn().getModelElementsByType(CamundaOut.class).stream()
                        .anyMatch(mapping -> mapping.getCamundaVariables() != null);
        if (everything) {
            complaints.about(model.path(), call.getId(), "passes all variables: nobody sees which");
        }
        Set<String> passed = in.stream()
                .map(CamundaIn::getCamundaTarget)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        CaseVariables.ALL.stream()
                .map(Var::name)
                .filter(name -> !passed.contains(name))
                .forEach(name -> complaints.about(model.path(), call.getId(), "does not pass '%s'", name));
    }

    /** The key of the case is passed on, or that of a subject of its own, which is the called process's case number too. */
    private static boolean isKey(@Nullable String key, List<CamundaIn> in) {
        return BUSINESS_KEY.equals(key)
                || in.stream()
                        .filter(mapping -> CaseVariables.CASE_NUMBER.name().equals(mapping.getCamundaTarget()))
                        .anyMatch(mapping -> !CaseVariables.CASE_NUMBER.name().equals(mapping.getCamundaSource())
                                && ("#{" + mapping.getCamundaSource() + "}").equals(key));
    }
}
