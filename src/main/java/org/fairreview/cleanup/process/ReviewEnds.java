package org.fairreview.cleanup.process;

import org.fairreview.cleanup.CleanupProcess;
import org.fairreview.cleanup.IssuedMeasures;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.review.CaseEnded;
import org.fairreview.workflow.CaseProcesses;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the end of a review means here: a new measure in force, and the end of a revision for which a case waits. */
@Component
class ReviewEnds {

    private final IssuedMeasures issued;
    private final LegacyCases cases;
    private final CaseProcesses processes;

    ReviewEnds(IssuedMeasures issued, LegacyCases cases, CaseProcesses processes) {
        this.issued = issued;
        this.cases = cases;
        this.processes = processes;
    }

    @EventListener
    void on(CaseEnded ended) {
        issued.enter(ended.caseNumber());
        cases.revisedIn(ended.caseNumber())
                .forEach(legacy -> processes.tellIfWaiting(CleanupProcess.REVISION_ENDED, legacy.number()));
    }
}
