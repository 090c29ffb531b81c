package org.fairreview.supervision.lead.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ReminderWanted;
import org.fairreview.workflow.Reminders;
import org.springframework.stereotype.Component;

/** Wants the letter that the check of a lead has led to; who drafts it may choose another kind. */
@Component("wantLeadLetter")
class WantLeadLetter implements JavaDelegate {

    private static final String SOURCE = "lead";
    private static final String KIND = "reminder";

    private final Leads leads;
    private final Reminders reminders;

    WantLeadLetter(Leads leads, Reminders reminders) {
        this.leads = leads;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        leads.letterBegun(
                number,
                reminders.want(new ReminderWanted(
                        CaseVariables.REGION.in(execution),
                        SOURCE,
                        number,
                        leads.addresseeOf(number),
                        KIND,
                        List.of())));
    }
}
