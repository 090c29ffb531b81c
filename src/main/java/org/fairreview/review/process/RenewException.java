package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.Submissions;
import org.springframework.stereotype.Component;

/** Opens the case in which an exception that is to go on is reviewed again. */
@Component("renewException")
class RenewException implements JavaDelegate {

    private final ExceptionTerms terms;
    private final Submissions submissions;

    RenewException(ExceptionTerms terms, Submissions submissions) {
        this.terms = terms;
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        terms.renew(execution.getProcessBusinessKey()).ifPresent(submissions::start);
    }
}
