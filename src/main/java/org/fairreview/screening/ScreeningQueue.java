package org.fairreview.screening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.measure.VersionSubmitted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The screenings that wait, shared by all nodes: each is taken by one worker, which says every few seconds that it is
 * still there; what a worker left behind is taken again.
 */
@Component
@Transactional
class ScreeningQueue {

    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 3;
    private static final int LOOKED_AT = 20;

    private final String worker = UUID.randomUUID().toString();
    private final ScreeningRunRows runs;
    private final FoundHitRows hits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScreeningQueue(ScreeningRunRows runs, FoundHitRows hits, ApplicationEventPublisher events, Clock clock) {
        this.runs = runs;
        this.hits = hits;
        this.events = events;
        this.clock = clock;
    }

    /** Every version is screened, whoever submits it: in the transaction that fixes it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void submitted(VersionSubmitted version) {
        add(version.versionId());
    }

    void add(String versionId) {
        runs.save(new ScreeningRun(versionId, clock.instant()));
    }

    /** Takes the newest screening that is due; empty where none is. */
    Optional<ScreeningRun> take() {
        Instant now = clock.instant();
        List<String> due = runs.due(now, PageRequest.of(0, LOOKED_AT));
        for (String id : due) {
            if (runs.take(id, worker, now, now.plus(HOLD)) == 1) {
                ScreeningRun run = runs.findById(id).orElseThrow();
                if (run.attempts() <= MOST_TRIES) {
                    return Optional.of(run);
                }
                run.fail(Problem.INTERRUPTED, null, now);
            }
        }
        return Optional.empty();
    }

    /** Says how far the work is; false where another worker has it by now. */
    boolean progress(String runId, int passages, int done) {
        return runs.progress(runId, worker, passages, done, clock.instant().plus(HOLD)) == 1;
    }

    /** Keeps what was found, unless another worker has the run by now. */
    void finish(String runId, String ruleVersion, List<ScreenedFile> files, List<FoundHit> found) {
        runs.findById(runId).filter(run -> run.isHeldBy(worker)).ifPresent(run -> {
            hits.saveAll(found);
            run.finish(ruleVersion, files, clock.instant());
            events.publishEvent(new VersionScreened(run.versionId(), found.size()));
        });
    }

    /** The work broke off; it is tried again a few times. */
    void fail(String runId) {
        Instant now = clock.instant();
        runs.findById(runId)
                .filter(run -> run.isHeldBy(worker))
                .ifPresent(run ->
                        run.fail(Problem.ERROR, run.attempts() < MOST_TRIES ? now.plus(BETWEEN_TRIES) : null, now));
    }
}
