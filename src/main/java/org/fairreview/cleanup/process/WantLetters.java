package org.fairreview.cleanup.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ReminderWanted;
import org.fairreview.workflow.Reminders;
import org.springframework.stereotype.Component;

/** Wants a letter to every unit that is late. */
@Component("wantLetters")
class WantLetters implements JavaDelegate {

    private static final String SOURCE = "cleanup";
    private static final String KIND = "reminder";

    private final Campaigns campaigns;
    private final Reminders reminders;

    WantLetters(Campaigns campaigns, Reminders reminders) {
        this.campaigns = campaigns;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        String region = CaseVariables.REGION.in(execution);
        for (String unit : campaigns.lateUnits(number)) {
            reminders.want(new ReminderWanted(region, SOURCE, number, unit, KIND, List.of()));
            campaigns.wantLetter(number, unit);
        }
    }
}
