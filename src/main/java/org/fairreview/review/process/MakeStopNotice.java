package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.ExceptionTerms;
import org.springframework.stereotype.Component;

/** Makes the notice that an exception has ended. */
@Component("makeStopNotice")
class MakeStopNotice implements JavaDelegate {

    private final ExceptionTerms terms;

    MakeStopNotice(ExceptionTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.makeNotice(execution.getProcessBusinessKey());
    }
}
