package org.fairreview.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.ReviewProcess;
import org.springframework.stereotype.Component;

/** Says when the drafting unit is asked about its exception next, and when that ends by itself. */
@Component("planReassessment")
class PlanReassessment implements JavaDelegate {

    private final ExceptionTerms terms;

    PlanReassessment(ExceptionTerms terms) {
        this.terms = terms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = execution.getProcessBusinessKey();
        ReviewProcess.REASSESS_ON.set(execution, terms.nextReassessment(caseNumber));
        ReviewProcess.EXCEPTION_END.set(execution, terms.end(caseNumber));
    }
}
