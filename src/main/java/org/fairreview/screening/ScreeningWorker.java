package org.fairreview.screening;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fairreview.measure.VersionSubmitted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The one thread of a node that screens: woken by every commit that asks for it, and looking by itself after a while. */
@Component
class ScreeningWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ScreeningWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final Duration TO_THE_END = Duration.ofSeconds(5);

    private final VersionScreener screener;
    private final TrialScreener trials;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "screening");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean started;

    ScreeningWorker(VersionScreener screener, TrialScreener trials) {
        this.screener = screener;
        this.trials = trials;
    }

    /** What was left by the last run of the product is taken up here. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        started = true;
        long pause = BETWEEN_LOOKS.toMillis();
        thread.scheduleWithFixedDelay(this::work, 0, pause, TimeUnit.MILLISECONDS);
    }

    /** The act is done: whatever happens here must not make a failure of it. */
    @TransactionalEventListener(
            phase = TransactionPhase.AFTER_COMMIT,
            classes = {VersionSubmitted.class, WorkWaits.class})
    void wake() {
        if (!started) {
            return;
        }
        try {
            thread.execute(this::work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node ends; another one, or the next start, screens what waits", e);
        }
    }

    /** Nothing may get out: it would end the schedule, and nobody would see it. */
    private void work() {
        try {
            boolean more = true;
            while (more && !thread.isShutdown()) {
                more = screener.next() || trials.next();
            }
        } catch (Throwable e) {
            LOG.error("The screening could not look for work", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(TO_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
            thread.shutdownNow();
        }
    }
}
