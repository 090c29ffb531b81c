package org.fairreview.cleanup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.LegacyCases;
import org.springframework.stereotype.Component;

/** Notes whether the revision was issued. */
@Component("takeRevision")
class TakeRevision implements JavaDelegate {

    private final LegacyCases cases;

    TakeRevision(LegacyCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CleanupProcess.REVISION_ISSUED.set(execution, cases.takeRevision(execution.getProcessBusinessKey()));
    }
}
