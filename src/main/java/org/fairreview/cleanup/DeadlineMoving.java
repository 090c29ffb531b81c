package org.fairreview.cleanup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Work;
import org.fairreview.workflow.CaseDays;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Puts the day off until which the units of a clean-up check, when its deadline was put off. */
@Component
class DeadlineMoving implements Work {

    static final String KIND = "DEADLINE";

    /** The stages whose end the deadline is, and those from which a case may come back to them: at regulator and issuer. */
    static final List<LegacyStage> BEFORE_THE_DEADLINE = List.of(
            LegacyStage.WAITING,
            LegacyStage.CHECKING,
            LegacyStage.SIGNING,
            LegacyStage.REVIEWING,
            LegacyStage.RECHECKING,
            LegacyStage.DECIDING);

    private static final int PORTION = 20;

    private final CampaignRows campaigns;
    private final LegacyCaseRows cases;
    private final CheckDays days;
    private final CaseDays caseDays;

    DeadlineMoving(CampaignRows campaigns, LegacyCaseRows cases, CheckDays days, CaseDays caseDays) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.days = days;
        this.caseDays = caseDays;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Portion next(Job job) {
        LocalDate deadline =
                campaigns.findById(job.campaignNumber()).orElseThrow().deadline();
        List<LegacyCase> behind = cases.findByCampaignNumberAndStageInAndDueOnBeforeOrderByPlace(
                job.campaignNumber(), BEFORE_THE_DEADLINE, deadline, PageRequest.of(0, PORTION));
        for (LegacyCase legacy : behind) {
            legacy.putOff(deadline);
            putOff(legacy, days.endOf(deadline));
        }
        return new Portion(behind.size(), 0, behind.size() < PORTION);
    }

    /** The unit's open tasks follow; what the regulator or the issuer does meanwhile has limits of its own. */
    private void putOff(LegacyCase legacy, Instant until) {
        if (legacy.stage() == LegacyStage.WAITING) {
            return;
        }
        if (legacy.stage().isWithUnit()) {
            caseDays.putOff(legacy.number(), CleanupProcess.CHECK_UNTIL, until);
        } else {
            caseDays.set(legacy.number(), CleanupProcess.CHECK_UNTIL, until);
        }
    }
}
