package org.fairreview.supervision.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.springframework.stereotype.Component;

/** The term for the conclusion has passed, unless it was extended. */
@Component("noteConclusionDue")
class NoteConclusionDue implements JavaDelegate {

    private final ComplaintHandling handling;

    NoteConclusionDue(ComplaintHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ComplaintProcess.EXTENDED.set(execution, handling.noteDue(execution.getProcessBusinessKey()));
    }
}
