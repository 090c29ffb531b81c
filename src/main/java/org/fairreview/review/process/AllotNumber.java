package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.CaseSigning;
import org.springframework.stereotype.Component;

/** Allots the document number. */
@Component("allotNumber")
class AllotNumber implements JavaDelegate {

    private final CaseSigning signing;

    AllotNumber(CaseSigning signing) {
        this.signing = signing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        signing.number(execution.getProcessBusinessKey());
    }
}
