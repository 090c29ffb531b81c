package org.fairreview.procedure.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.procedure.ProcedureProcess;
import org.springframework.stereotype.Component;

/** Begins the reviews of a draft. */
@Component("beginReviews")
class BeginReviews implements JavaDelegate {

    private final ProcedureHandling handling;

    BeginReviews(ProcedureHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcedureProcess.FAIR_REVIEW_OWED.set(execution, handling.beginReviews(execution.getProcessBusinessKey()));
    }
}
