package org.fairreview.cleanup.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The one thread of a node that does long work of clean-ups: woken by every commit that asks for it. */
@Component
class JobWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
    private static final Duration TO_THE_END = Duration.ofSeconds(5);

    private final JobDesk desk;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "clean-up");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean started;

    JobWorker(JobDesk desk) {
        this.desk = desk;
    }

    /** What was left by the last run of the product is taken up here. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        started = true;
        thread.scheduleWithFixedDelay(this::work, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, classes = Jobs.Asked.class)
    void wake() {
        if (!started) {
            return;
        }
        try {
            thread.execute(this::work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node ends; another one, or the next start, does what waits", e);
        }
    }

    /** Nothing may get out: it would end the schedule, and nobody would see it. */
    private void work() {
        try {
            while (!thread.isShutdown() && desk.next(thread::isShutdown)) {
                LOG.debug("Work of a clean-up is done");
            }
        } catch (Throwable e) {
            LOG.error("Long work of clean-ups could not be looked for", e);
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
