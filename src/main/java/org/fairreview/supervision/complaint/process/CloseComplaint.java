package org.fairreview.supervision.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.springframework.stereotype.Component;

/** Nobody gave a name: the complaint ends with its conclusion. */
@Component("closeComplaint")
class CloseComplaint implements JavaDelegate {

    private final ComplaintHandling handling;

    CloseComplaint(ComplaintHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.close(execution.getProcessBusinessKey());
    }
}
