package org.fairreview.supervision.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.complaint.Assessment;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.springframework.stereotype.Component;

/** Nothing was supplied in time. */
@Component("noteSupplementMissing")
class NoteSupplementMissing implements JavaDelegate {

    private final ComplaintHandling handling;

    NoteSupplementMissing(ComplaintHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.lapse(execution.getProcessBusinessKey());
        ComplaintProcess.ASSESSMENT.set(execution, Assessment.NOT_VERIFIED);
    }
}
