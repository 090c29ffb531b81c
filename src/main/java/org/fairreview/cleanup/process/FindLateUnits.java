package org.fairreview.cleanup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupProcess;
import org.springframework.stereotype.Component;

/** Looks, when the deadline has passed, which units owe a check. */
@Component("findLateUnits")
class FindLateUnits implements JavaDelegate {

    private final Campaigns campaigns;

    FindLateUnits(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        CleanupProcess.DEADLINE_EXTENDED.set(execution, campaigns.isExtended(number));
        CleanupProcess.DEADLINE.set(execution, campaigns.deadlineOf(number));
        CleanupProcess.UNITS_LATE.set(execution, !campaigns.lateUnits(number).isEmpty());
    }
}
