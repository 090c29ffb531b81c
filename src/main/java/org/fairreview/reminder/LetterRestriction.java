package org.fairreview.reminder;

import java.util.Map;
import org.fairreview.review.CaseRestricted;
import org.fairreview.workflow.CaseProcesses;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a case comes to be for its handlers only (限制), the letters about it do, and those that followed them. */
@Component
class LetterRestriction {

    private final LetterRows rows;
    private final CaseProcesses processes;
    private final ApplicationEventPublisher events;

    LetterRestriction(LetterRows rows, CaseProcesses processes, ApplicationEventPublisher events) {
        this.rows = rows;
        this.processes = processes;
        this.events = events;
    }

    @EventListener
    void restrict(CaseRestricted restricted) {
        rows.findAbout(restricted.caseNumber()).forEach(this::restrict);
    }

    private void restrict(Letter letter) {
        if (!letter.origin().restricted()) {
            letter.restrict();
            processes.hideTitle(letter.number());
            events.publishEvent(new LetterRecorded(letter.number(), "letter.restricted", Map.of()));
        }
        rows.findFollowing(letter.number()).forEach(this::restrict);
    }
}
