package org.fairreview.supervision.monitoring.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.monitoring.MonitoringVisits;
import org.springframework.stereotype.Component;

/** Brings to the inbox of leads what a visit has found. */
@Component("bringVisitLeads")
class BringVisitLeads implements JavaDelegate {

    private final MonitoringVisits visits;

    BringVisitLeads(MonitoringVisits visits) {
        this.visits = visits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        visits.bringLeads(execution.getProcessBusinessKey());
    }
}
