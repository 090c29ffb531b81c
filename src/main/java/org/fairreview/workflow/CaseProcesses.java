package org.fairreview.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Starts the processes of cases and asks decisions; the engine stays behind it. */
@Component
public class CaseProcesses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final DecisionService decisions;

    CaseProcesses(RuntimeService runtime, TaskService tasks, DecisionService decisions) {
        this.runtime = runtime;
        this.tasks = tasks;
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
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(caseNumber)
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw Refusal.of("task.doneByOther");
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Case %s was acted on".formatted(caseNumber), e);
        }
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
