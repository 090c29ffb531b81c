package org.fairreview.replay.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Does what the engine's own job executor would do, at the moments of the replay: in order, and in this thread. */
@Component
@Profile("replay")
public class EngineWork {

    private final ManagementService management;
    private final ReplayClock clock;

    EngineWork(ManagementService management, ReplayClock clock) {
        this.management = management;
        this.clock = clock;
    }

    /** Lets time pass: each timer fires at the moment at which it is due. */
    public void passTo(Instant moment) {
        for (Job timer = next(moment); timer != null; timer = next(moment)) {
            Instant due = timer.getDuedate().toInstant();
            clock.moveTo(due.isBefore(clock.instant()) ? clock.instant() : due);
            management.executeJob(timer.getId());
            work();
        }
        clock.moveTo(moment);
    }

    private Job next(Instant moment) {
        return management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(moment.plusMillis(1)))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Does what waits behind asynchronous boundaries, until nothing does. */
    public void work() {
        for (List<Job> waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            waiting.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> waiting() {
        return management
                .createJobQuery()
                .messages()
                .active()
                .withRetriesLeft()
                .executable()
                .list();
    }
}
