package org.fairreview.supervision.complaint.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.workflow.ReminderWanted;
import org.fairreview.workflow.Reminders;
import org.springframework.stereotype.Component;

/** Wants the letter to the drafting unit. */
@Component("wantComplaintLetter")
class WantComplaintLetter implements JavaDelegate {

    private static final String SOURCE = "complaint";

    private final ComplaintHandling handling;
    private final Reminders reminders;

    WantComplaintLetter(ComplaintHandling handling, Reminders reminders) {
        this.handling = handling;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        handling.letterWanted(number)
                .ifPresent(wanted -> handling.writeTo(
                        number,
                        reminders.want(new ReminderWanted(
                                wanted.regionId(), SOURCE, number, wanted.unitId(), wanted.kind(), List.of()))));
    }
}
