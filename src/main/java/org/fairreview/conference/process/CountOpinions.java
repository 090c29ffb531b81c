package org.fairreview.conference.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.conference.Canvasses;
import org.springframework.stereotype.Component;

/** Puts silence on record and counts the answers. */
@Component("countOpinions")
class CountOpinions implements JavaDelegate {

    private final Canvasses canvasses;

    CountOpinions(Canvasses canvasses) {
        this.canvasses = canvasses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ConsultationProcesses.QUORUM_REACHED.set(
                execution, canvasses.count(ConsultationProcesses.CANVASS_ID.in(execution)));
    }
}
