package org.fairreview.notification;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * The two threads of a node: one looks at limits and makes the daily mails, the other sends what leaves, by itself after a
 * while and woken by every commit that fills the outbox. A mail server that does not answer keeps nobody's reminder.
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
    private final ScheduledExecutorService looking = thread("notification");
    private final ScheduledExecutorService sending = thread("notification-sending");
    private final AtomicBoolean woken = new AtomicBoolean();
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
            long pause = betweenLooks.toMillis();
            looking.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.MILLISECONDS);
            looking.scheduleWithFixedDelay(this::tidy, 0, 1, TimeUnit.DAYS);
            sending.scheduleWithFixedDelay(this::send, 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** The act is done: whatever happens here must not make a failure of it. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, classes = OutboxFilled.class)
    void wake() {
        if (!started || !woken.compareAndSet(false, true)) {
            return;
        }
        try {
            sending.execute(this::send);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node ends; another one, or the next start, sends what waits", e);
        }
    }

    /** Everything inside that is due now. */
    void look() {
        attempt("hand over what is held by people who are away", absences::carryOut);
        attempt("look at the limits", deadlines::look);
        attempt("make the daily mails", digests::make);
    }

    private void tidy() {
        attempt("forget what is over for long", tidying::tidy);
    }

    /** What is due to leave; a way that is closed keeps no other. */
    void send() {
        woken.set(false);
        for (Channel channel : Channel.values()) {
            attempt("send", () -> {
                while (!sending.isShutdown() && postman.next(channel)) {
                    // until nothing is due
                }
            });
        }
    }

    /** Nothing may get out: it would end the schedule, and nobody would see it. */
    private static void attempt(String what, Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.error("Could not {}", what, e);
        }
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException;
    }

    @Override
    public void destroy() throws InterruptedException {
        looking.shutdown();
        sending.shutdown();
        long end = System.nanoTime() + TO_THE_END.toNanos();
        for (ScheduledExecutorService thread : List.of(looking, sending)) {
            if (!thread.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                thread.shutdownNow();
            }
        }
    }
}
