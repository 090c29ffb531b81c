package org.fairreview.review.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.Var;
import org.springframework.stereotype.Component;

/** Registers the exception, and starts the process that watches its end. */
@Component("beginExceptionTerm")
class BeginExceptionTerm implements JavaDelegate {

    private final ExceptionTerms terms;
    private final CaseProcesses processes;

    BeginExceptionTerm(ExceptionTerms terms, CaseProcesses processes) {
        this.terms = terms;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        terms.begin(caseNumber);
        Map<String, Object> variables = new HashMap<>();
        for (Var<?> carried : CaseVariables.ALL) {
            variables.put(carried.name(), execution.getVariable(carried.name()));
        }
        variables.put(ReviewProcess.DRAFTING_UNIT.name(), ReviewProcess.DRAFTING_UNIT.in(execution));
        variables.put(ReviewProcess.REGULATOR_UNIT.name(), ReviewProcess.REGULATOR_UNIT.in(execution));
        variables.put(ReviewProcess.ON_BEHALF.name(), execution.getVariable(ReviewProcess.ON_BEHALF.name()));
        processes.start(ReviewProcess.EXCEPTION_TERM, caseNumber, variables);
    }
}
