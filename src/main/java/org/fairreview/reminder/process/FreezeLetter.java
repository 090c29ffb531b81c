package org.fairreview.reminder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.reminder.LetterIssuing;
import org.springframework.stereotype.Component;

/** Makes the letter's document and freezes it. */
@Component("freezeLetter")
class FreezeLetter implements JavaDelegate {

    private final LetterIssuing issuing;

    FreezeLetter(LetterIssuing issuing) {
        this.issuing = issuing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        issuing.freeze(execution.getProcessBusinessKey());
    }
}
