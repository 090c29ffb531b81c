package org.fairreview.reminder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterProcess;
import org.springframework.stereotype.Component;

/** Says which role signs next, and what the step is called. */
@Component("chooseLetterSigner")
class ChooseLetterSigner implements JavaDelegate {

    private final LetterIssuing issuing;

    ChooseLetterSigner(LetterIssuing issuing) {
        this.issuing = issuing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = issuing.nextStep(execution.getProcessBusinessKey());
        LetterProcess.SIGNER_ROLE.set(execution, step.role().word());
        LetterProcess.SIGNING_STEP.set(execution, step.label());
    }
}
