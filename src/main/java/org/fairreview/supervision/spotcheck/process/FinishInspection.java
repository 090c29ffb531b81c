package org.fairreview.supervision.spotcheck.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.spotcheck.Inspections;
import org.fairreview.supervision.spotcheck.SpotCheckProcess;
import org.springframework.stereotype.Component;

/** Everything is inspected: says whether a problem stands. */
@Component("finishInspection")
class FinishInspection implements JavaDelegate {

    private final Inspections inspections;

    FinishInspection(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SpotCheckProcess.PROBLEMS_FOUND.set(execution, inspections.finish(execution.getProcessBusinessKey()));
    }
}
