package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.CaseSigning;
import org.springframework.stereotype.Component;

/** Renders and freezes the conclusion document. */
@Component("freezeDocument")
class FreezeDocument implements JavaDelegate {

    private final CaseSigning signing;

    FreezeDocument(CaseSigning signing) {
        this.signing = signing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        signing.freeze(execution.getProcessBusinessKey());
    }
}
