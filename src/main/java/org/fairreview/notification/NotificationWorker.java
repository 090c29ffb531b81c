package org.fairreview.notification;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fairreview.workflow.AbsenceTransfers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The one thread of a node that looks at limits, makes the daily mails and sends what leaves: by itself after a while, and
 * woken by every commit that fills the outbox.
 */
@Component
class NotificationWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationWorker.class);
    private static final Duration TO_THE_END = Duration.ofSeconds(15);

    private final AbsenceTransfers absences;
    private final DeadlineWatch deadlines;
    private final Digests digests;
    private final Postman postman;
    private final Tidying tidying;
    private final boolean works;
    private final Duration betweenLooks;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "notification");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean started;

    NotificationWorker(
            AbsenceTransfers absences,
            DeadlineWatch deadlines,
            Digests digests,
            Postman postman,
            Tidying tidying,
            @Value("${fairreview.notification.worker}") boolean works,
            @Value("${fairreview.notification.look}") Duration betweenLooks) {
        this.absences = absences;
        this.deadlines = deadlines;
        this.digests = digests;
        this.postman = postman;
        this.tidying = tidying;
        this.works = works;
        this.betweenLooks = betweenLooks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (works) {
            started = true;
            thread.scheduleWithFixedDelay(this::work, 0, betweenLooks.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, classes = OutboxFilled.class)
    void wake() {
        if (started && !thread.isShutdown()) {
            thread.execute(this::send);
        }
    }

    /** Everything that is due now. */
    void work() {
        attempt("hand over what is held by people who are away", absences::carryOut);
        attempt("look at the limits", deadlines::look);
        attempt("make the daily mails", digests::make);
        attempt("forget what is over for long", tidying::tidy);
        send();
    }

    private void send() {
        attempt("send", () -> {
            while (!thread.isShutdown() && postman.next()) {
                // until the outbox is empty
            }
        });
    }

    private void attempt(String what, Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Could not {}", what, e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException;
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(TO_THE_END.toMillis(), TimeUnit.MILLISECONDS)) {
            thread.shutdownNow();
        }
    }
}
