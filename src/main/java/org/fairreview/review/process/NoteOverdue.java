package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.CaseIntake;
import org.springframework.stereotype.Component;

/** Notes that what was asked for did not come in time. */
@Component("noteOverdue")
class NoteOverdue implements JavaDelegate {

    private final CaseIntake intake;

    NoteOverdue(CaseIntake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        intake.supplementOverdue(execution.getProcessBusinessKey());
    }
}
