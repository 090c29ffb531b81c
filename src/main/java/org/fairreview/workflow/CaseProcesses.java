package org.fairreview.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Starts the processes of cases and asks decisions; the engine stays behind it. */
@Component
public class CaseProcesses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final DecisionService decisions;

    CaseProcesses(RuntimeService runtime, TaskService tasks, HistoryService history, DecisionService decisions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.decisions = decisions;
    }

    /** Starts a process for a case, in the tenant of its region. */
    public void start(ProcessContract process, String caseNumber, Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put(CaseVariables.CASE_NUMBER.name(), caseNumber);
        runtime.startProcessInstanceByKey(process.key(), caseNumber, all);
    }

    /**
     * Tells the running process of a case something that it waits for.
     *
     * @throws ConcurrencyFailureException where somebody acted on the case at the same moment and was first
     */
    public void tell(String message, String caseNumber) {
        if (!tellIfWaiting(message, caseNumber)) {
            throw Refusal.of("task.doneByOther");
        }
    }

    /**
     * Tells the running process of a case something, where it waits for it.
     *
     * @throws ConcurrencyFailureException where somebody acted on the case at the same moment and was first
     */
    public boolean tellIfWaiting(String message, String caseNumber) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseNumber)
                .messageEventSubscriptionName(message)
                .list();
        try {
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Case %s was acted on".formatted(caseNumber), e);
        }
        return !waiting.isEmpty();
    }

    /**
     * Tells one of the running processes of a case something that it waits for; says whether it waited.
     *
     * @param variable by which the process is told from others of the case
     * @throws ConcurrencyFailureException where somebody acted on the case at the same moment and was first
     */
    public boolean tell(String message, String caseNumber, String variable, String value) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(caseNumber)
                    .processInstanceVariableEquals(variable, value)
                    .correlate();
            return true;
        } catch (MismatchingMessageCorrelationException e) {
            return false;
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Case %s was acted on".formatted(caseNumber), e);
        }
    }

    /**
     * Takes the title of a case out of the engine, its history included; its open tasks show in its place that the case
     * is restricted.
     *
     * @throws ConcurrencyFailureException where somebody acted on the case at the same moment and was first
     */
    public void hideTitle(String caseNumber) {
        String title = CaseVariables.MEASURE_TITLE.name();
        String[] instances =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toArray(String[]::new);
        if (instances.length == 0) {
            return;
        }
        try {
            runtime.createVariableInstanceQuery().processInstanceIdIn(instances).variableName(title).list().stream()
                    .filter(variable -> variable.getTaskId() == null)
                    .forEach(variable -> runtime.removeVariableLocal(variable.getExecutionId(), title));
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .list();
            open.forEach(task -> tasks.removeVariableLocal(task.getId(), title));
            history.createHistoricVariableInstanceQuery()
                    .processInstanceIdIn(instances)
                    .variableName(title)
                    .includeDeleted()
                    .list()
                    .forEach(variable -> history.deleteHistoricVariableInstance(variable.getId()));
            open.forEach(task -> tasks.setVariableLocal(task.getId(), title, CaseVariables.RESTRICTED));
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Case %s was acted on".formatted(caseNumber), e);
        }
    }

    /** Who holds an open task of the case. */
    public Set<String> holdersOfTasks(String caseNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskAssigned().list().stream()
                .map(Task::getAssignee)
                .collect(Collectors.toSet());
    }

    /**
     * Takes an open task of the case away and leads its process on behind it, as if nobody were to do it any more; says
     * whether it was open.
     *
     * @param variable by which the process of the task is told from others of the case
     * @throws ConcurrencyFailureException where somebody acted on the task at the same moment and was first
     */
    public boolean passOver(String caseNumber, String taskKey, String variable, String value) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(taskKey)
                .processVariableValueEquals(variable, value)
                .singleResult();
        if (task == null) {
            return false;
        }
        try {
            // in this order: a process without a token in it would count as given up, and its caller with it
            runtime.createProcessInstanceModification(task.getProcessInstanceId())
                    .cancelAllForActivity(taskKey)
                    .startAfterActivity(taskKey)
                    .execute();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Case %s was acted on".formatted(caseNumber), e);
        }
        return true;
    }

    /** The single row that a decision gives for the inputs. */
    public Map<String, Object> decide(String decisionKey, Map<String, Object> inputs) {
        return Map.copyOf(decisions
                .evaluateDecisionTableByKey(decisionKey)
                .variables(inputs)
                .evaluate()
                .getSingleResult());
    }
}
