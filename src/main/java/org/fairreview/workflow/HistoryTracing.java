package org.fairreview.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Records from the engine's own history what decisions gave, and what administrators did through Cockpit and REST. */
class HistoryTracing implements HistoryEventHandler {

    /** Recorded with their answers by ourselves. */
    private static final Set<String> OPERATIONS_OF_TASKS = Set.of(
            UserOperationLogEntry.OPERATION_TYPE_CLAIM,
            UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
            UserOperationLogEntry.OPERATION_TYPE_ASSIGN);

    private final ApplicationEventPublisher events;

    HistoryTracing(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvents(List<HistoryEvent> all) {
        all.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity operation && !isKnown(operation)) {
            events.publishEvent(
                    Trace.ofPerson(subject(operation.getProcessInstanceId()), Trace.OPERATION, details(operation)));
        } else if (event instanceof HistoricDecisionEvaluationEvent evaluation) {
            HistoricDecisionInstanceEntity decision = evaluation.getRootHistoricDecisionInstance();
            events.publishEvent(
                    Trace.automatic(subject(decision.getProcessInstanceId()), Trace.DECIDED, details(decision)));
        }
    }

    private static boolean isKnown(UserOperationLogEntryEventEntity operation) {
        return EntityTypes.TASK.equals(operation.getEntityType())
                && OPERATIONS_OF_TASKS.contains(operation.getOperationType());
    }

    private static Map<String, Object> details(UserOperationLogEntryEventEntity operation) {
        Map<String, Object> details = new LinkedHashMap<>();
        put(details, "operation", operation.getOperationType());
        put(details, "entity", operation.getEntityType());
        put(details, "property", operation.getProperty());
        put(details, "before", operation.getOrgValue());
        put(details, "after", operation.getNewValue());
        put(details, "process", operation.getProcessDefinitionKey());
        put(details, "taskId", operation.getTaskId());
        put(details, "jobId", operation.getJobId());
        put(details, "deployment", operation.getDeploymentId());
        put(details, "annotation", operation.getAnnotation());
        return details;
    }

    private static Map<String, Object> details(HistoricDecisionInstanceEntity decision) {
        Map<String, Object> given = new LinkedHashMap<>();
        decision.getInputs().forEach(input -> given.put(input.getClauseName(), String.valueOf(input.getValue())));
        Map<String, Object> found = new LinkedHashMap<>();
        decision.getOutputs()
                .forEach(output -> found.merge(
                        output.getVariableName(), String.valueOf(output.getValue()), (one, next) -> one + "、" + next));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decisionTable", decision.getDecisionDefinitionKey());
        details.put("definition", decision.getDecisionDefinitionId());
        details.put("inputs", given);
        details.put("outputs", found);
        return details;
    }

    private static void put(Map<String, Object> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    private static String subject(@Nullable String processInstanceId) {
        if (processInstanceId == null) {
            return Trace.ENGINE;
        }
        ExecutionEntity process =
                Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
        return process == null || process.getBusinessKey() == null ? Trace.ENGINE : process.getBusinessKey();
    }
}
