package org.fairreview.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Starts the processes of cases and asks decisions; the engine stays behind it. */
@Component
public class CaseProcesses {

    private final RuntimeService runtime;
    private final DecisionService decisions;

    CaseProcesses(RuntimeService runtime, DecisionService decisions) {
        this.runtime = runtime;
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

    /** The single row that a decision gives for the inputs. */
    public Map<String, Object> decide(String decisionKey, Map<String, Object> inputs) {
        return Map.copyOf(decisions
                .evaluateDecisionTableByKey(decisionKey)
                .variables(inputs)
                .evaluate()
                .getSingleResult());
    }
}
