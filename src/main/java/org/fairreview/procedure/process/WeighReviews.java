package org.fairreview.procedure.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.procedure.ProcedureProcess;
import org.springframework.stereotype.Component;

/** Weighs what both reviews said. */
@Component("weighReviews")
class WeighReviews implements JavaDelegate {

    private final ProcedureHandling handling;

    WeighReviews(ProcedureHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcedureProcess.BOTH_PASSED.set(execution, handling.weigh(execution.getProcessBusinessKey()));
    }
}
