package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.ReviewProcess;
import org.springframework.stereotype.Component;

/** Looks whether a new conclusion has taken the place of an exception that ends. */
@Component("checkSuccession")
class CheckSuccession implements JavaDelegate {

    private final ExceptionTerms terms;

    CheckSuccession(ExceptionTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReviewProcess.SUCCESSION.set(execution, terms.succession(execution.getProcessBusinessKey()));
    }
}
