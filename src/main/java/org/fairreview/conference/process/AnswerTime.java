package org.fairreview.conference.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.fairreview.calendar.DueDates;
import org.fairreview.conference.Canvasses;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.TaskLimits;
import org.springframework.stereotype.Component;

/** The time that members have to answer, by the office's table of limits. */
@Component
class AnswerTime {

    private final DueDates dueDates;

    AnswerTime(DueDates dueDates) {
        this.dueDates = dueDates;
    }

    void beginsNow(DelegateExecution execution) {
        ConsultationProcesses.CONSULT_UNTIL.set(
                execution,
                dueDates.dueFromNow(Canvasses.LIMIT, CaseVariables.REGION.in(execution), TaskLimits.route(execution)));
    }
}
