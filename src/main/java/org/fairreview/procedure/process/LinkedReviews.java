package org.fairreview.procedure.process;

import org.fairreview.procedure.ProcedureHandling;
import org.fairreview.procedure.ProcedureProcess;
import org.fairreview.review.CaseEnded;
import org.fairreview.review.ConclusionInHand;
import org.fairreview.workflow.CaseProcesses;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the procedures that wait for a fair-competition review that it has a conclusion, or ended without one. */
@Component
class LinkedReviews {

    private final ProcedureHandling handling;
    private final CaseProcesses processes;

    LinkedReviews(ProcedureHandling handling, CaseProcesses processes) {
        this.handling = handling;
        this.processes = processes;
    }

    @EventListener
    void on(ConclusionInHand concluded) {
        tell(concluded.caseNumber());
    }

    @EventListener
    void on(CaseEnded ended) {
        tell(ended.caseNumber());
    }

    private void tell(String reviewCase) {
        handling.linkedTo(reviewCase)
                .forEach(number -> processes.tellIfWaiting(ProcedureProcess.REVIEW_CONCLUDED, number));
    }
}
