package org.fairreview.cleanup;

import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the register of measures in force: what falls due for an evaluation, or comes near the end of its validity or of
 * its exception, gets a case, so that its unit has a task before the day.
 */
@Component
public class RegisterWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterWatch.class);
    private static final int PORTION = 50;

    private final RoutineCases routine;
    private final LegacyCases cases;
    private final Campaigns campaigns;
    private final Units units;
    private final TransactionTemplate transaction;

    RegisterWatch(
            RoutineCases routine,
            LegacyCases cases,
            Campaigns campaigns,
            Units units,
            TransactionTemplate transaction) {
        this.routine = routine;
        this.cases = cases;
        this.campaigns = campaigns;
        this.units = units;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${fairreview.register-check:PT1H}", initialDelayString = "PT2M")
    void watch() {
        try {
            look();
            cases.tellEndedRevisions();
            campaigns.openLeftBehind();
        } catch (RuntimeException e) {
            LOG.error("What falls due in the register of measures in force could not be looked for", e);
        }
    }

    /** Opens cases for all that is due now, in portions; says how many. */
    public int look() {
        int opened = 0;
        for (Unit unit : units.all()) {
            if (unit.isRegulator()) {
                opened += look(unit);
            }
        }
        return opened;
    }

    private int look(Unit regulator) {
        int opened = 0;
        int more = PORTION;
        while (more == PORTION) {
            Integer done = transaction.execute(status -> routine.open(regulator, PORTION));
            more = done == null ? 0 : done;
            opened += more;
        }
        return opened;
    }
}
