package org.fairreview.cleanup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyCases.Decider;
import org.springframework.stereotype.Component;

/** Decides who decides: the body that issued the measure, and nobody in its place. */
@Component("chooseDecider")
class ChooseDecider implements JavaDelegate {

    private final LegacyCases cases;

    ChooseDecider(LegacyCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Decider decider = cases.decider(cases.get(execution.getProcessBusinessKey()));
        CleanupProcess.DECIDER_ROLE.set(execution, decider.role().word());
        CleanupProcess.DECIDER_UNIT.set(execution, decider.unitId());
    }
}
