package org.fairreview.supervision.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.springframework.stereotype.Component;

/** The drafting unit has said nothing in time. */
@Component("noteStatementMissing")
class NoteStatementMissing implements JavaDelegate {

    private final ComplaintHandling handling;

    NoteStatementMissing(ComplaintHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.missStatement(execution.getProcessBusinessKey());
    }
}
