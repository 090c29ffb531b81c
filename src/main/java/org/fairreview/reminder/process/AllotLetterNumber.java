package org.fairreview.reminder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.reminder.LetterIssuing;
import org.springframework.stereotype.Component;

/** Allots the 文号 of the letter. */
@Component("allotLetterNumber")
class AllotLetterNumber implements JavaDelegate {

    private final LetterIssuing issuing;

    AllotLetterNumber(LetterIssuing issuing) {
        this.issuing = issuing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issuing.number(execution.getProcessBusinessKey());
    }
}
