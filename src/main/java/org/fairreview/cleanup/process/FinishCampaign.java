package org.fairreview.cleanup.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.cleanup.Campaigns;
import org.springframework.stereotype.Component;

/** Everything that was decided in the clean-up is carried out. */
@Component("finishCampaign")
class FinishCampaign implements JavaDelegate {

    private final Campaigns campaigns;

    FinishCampaign(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        campaigns.finish(execution.getProcessBusinessKey());
    }
}
