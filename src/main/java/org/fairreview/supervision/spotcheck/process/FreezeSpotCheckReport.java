package org.fairreview.supervision.spotcheck.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.spotcheck.SpotReports;
import org.springframework.stereotype.Component;

/** Gives the signed report its number and freezes its document. */
@Component("freezeSpotCheckReport")
class FreezeSpotCheckReport implements JavaDelegate {

    private final SpotReports reports;

    FreezeSpotCheckReport(SpotReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.freeze(execution.getProcessBusinessKey());
    }
}
