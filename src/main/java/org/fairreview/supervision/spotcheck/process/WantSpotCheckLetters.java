package org.fairreview.supervision.spotcheck.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.spotcheck.Inspections;
import org.springframework.stereotype.Component;

/** Wants a letter to each unit whose measures have problems. */
@Component("wantSpotCheckLetters")
class WantSpotCheckLetters implements JavaDelegate {

    private final Inspections inspections;

    WantSpotCheckLetters(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        inspections.wantLetters(execution.getProcessBusinessKey());
    }
}
