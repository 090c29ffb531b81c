package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.CaseSigning;
import org.fairreview.review.ReviewProcess;
import org.springframework.stereotype.Component;

/** Says which role signs next, and what the step is called. */
@Component("chooseSigner")
class ChooseSigner implements JavaDelegate {

    private final CaseSigning signing;

    ChooseSigner(CaseSigning signing) {
        this.signing = signing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var step = signing.nextStep(execution.getProcessBusinessKey());
        ReviewProcess.SIGNER_ROLE.set(execution, step.role().word());
        ReviewProcess.SIGNING_STEP.set(execution, step.label());
    }
}
