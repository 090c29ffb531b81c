package org.fairreview.supervision.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintProcess;
import org.springframework.stereotype.Component;

/** Says which role signs next, and what the step is called. */
@Component("chooseComplaintSigner")
class ChooseComplaintSigner implements JavaDelegate {

    private final ComplaintHandling handling;

    ChooseComplaintSigner(ComplaintHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = handling.nextStep(execution.getProcessBusinessKey());
        ComplaintProcess.SIGNER_ROLE.set(execution, step.role().word());
        ComplaintProcess.SIGNING_STEP.set(execution, step.label());
    }
}
