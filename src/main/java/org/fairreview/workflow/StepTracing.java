package org.fairreview.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/** Records of every model what it does by itself: its start and end, its automatic steps, the timers that fire. */
class StepTracing extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;

    StepTracing(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addListener(ExecutionListener.EVENTNAME_START, tracing(Trace.STARTED));
        process.addListener(ExecutionListener.EVENTNAME_END, tracing(Trace.ENDED));
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_END, tracing(Trace.STEP));
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_END, tracing(Trace.STEP));
    }

    @Override
    public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_END, tracing(Trace.STEP));
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element element, boolean interrupting, ActivityImpl timer) {
        timer.addListener(ExecutionListener.EVENTNAME_END, tracing(Trace.TIMER));
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element element, ActivityImpl timer) {
        timer.addListener(ExecutionListener.EVENTNAME_END, tracing(Trace.TIMER));
    }

    private ExecutionListener tracing(String act) {
        return execution -> events.publishEvent(Trace.automatic(subject(execution), act, details(execution, act)));
    }

    private static String subject(DelegateExecution execution) {
        Object caseNumber = execution.getVariable(CaseVariables.CASE_NUMBER.name());
        return caseNumber == null ? Trace.ENGINE : (String) caseNumber;
    }

    private static Map<String, Object> details(DelegateExecution execution, String act) {
        ProcessDefinitionEntity process = ((ExecutionEntity) execution).getProcessDefinition();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("process", process.getKey());
        details.put("modelVersion", process.getVersion());
        if (act.equals(Trace.STARTED) || act.equals(Trace.ENDED)) {
            details.put("deployment", process.getDeploymentId());
            details.put("stepName", process.getName());
        } else {
            details.put("step", execution.getCurrentActivityId());
            details.put("stepName", execution.getCurrentActivityName());
        }
        return details;
    }
}
