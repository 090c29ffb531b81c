package org.fairreview.workflow;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a case out of the engine: what ran for it, with tasks, variables and decisions. */
@Component
public class CaseErasure {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final JdbcClient jdbc;

    CaseErasure(RuntimeService runtime, HistoryService history, JdbcClient jdbc) {
        this.runtime = runtime;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** Whether a process still runs for the case. */
    public boolean isRunning(String caseNumber) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
    }

    /** Whether the engine has something of the case. */
    boolean knows(String caseNumber) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber)
                        .count()
                > 0;
    }

    /** Destroys the history of the case, also where it was archived; nothing runs for it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(String caseNumber) {
        jdbc.sql("delete from case_course_step where case_number = ?")
                .param(caseNumber)
                .update();
        jdbc.sql("delete from case_course where case_number = ?")
                .param(caseNumber)
                .update();
        takeOut(caseNumber);
    }

    /** Takes the history of the case out of the engine's tables. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOut(String caseNumber) {
        List<String> runs =
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream()
                        .map(HistoricProcessInstance::getId)
                        .toList();
        for (String run : runs) {
            history.createHistoricDecisionInstanceQuery()
                    .processInstanceId(run)
                    .list()
                    .forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId()));
            history.createUserOperationLogQuery()
                    .processInstanceId(run)
                    .list()
                    .forEach(operation -> history.deleteUserOperationLogEntry(operation.getId()));
        }
        if (!runs.isEmpty()) {
            history.deleteHistoricProcessInstancesIfExists(runs);
        }
    }
}
