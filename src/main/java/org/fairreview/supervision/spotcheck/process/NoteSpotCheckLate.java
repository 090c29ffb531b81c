package org.fairreview.supervision.spotcheck.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.springframework.stereotype.Component;

/** Notes that the last day of the inspection has passed. */
@Component("noteSpotCheckLate")
class NoteSpotCheckLate implements JavaDelegate {

    private final SpotChecks checks;

    NoteSpotCheckLate(SpotChecks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.noteLate(execution.getProcessBusinessKey());
    }
}
