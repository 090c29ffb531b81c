package org.fairreview.cleanup.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what work there is, portion by portion. Work is held by one worker, who says with every portion that it is still
 * there; what a worker left behind is taken up by the next.
 */
@Component
class JobDesk {

    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);
    private static final Duration HOLD = Duration.ofSeconds(15);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);
    private static final int MOST_TRIES = 4;
    private static final int LOOKED_AT = 10;

    private final String worker = UUID.randomUUID().toString();
    private final JobRows rows;
    private final JobItemRows items;
    private final Map<String, Work> kinds;
    private final Map<String, ItemWork> itemKinds;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JobDesk(
            JobRows rows,
            JobItemRows items,
            List<Work> kinds,
            List<ItemWork> itemKinds,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.kinds = kinds.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        this.itemKinds = itemKinds.stream().collect(Collectors.toMap(ItemWork::kind, Function.identity()));
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes work that waits and does it, to its end or until the product stops; false where none waits. */
    boolean next(BooleanSupplier stopping) {
        Optional<String> taken =
                Optional.ofNullable(transaction.execute(status -> take())).flatMap(id -> id);
        taken.ifPresent(id -> work(id, stopping));
        return taken.isPresent();
    }

    private Optional<String> take() {
        Instant now = clock.instant();
        for (String id : rows.due(now, PageRequest.of(0, LOOKED_AT))) {
            Optional<Job> job = rows.hold(id).filter(each -> isFree(each, now));
            if (job.isPresent()) {
                job.get().take(worker, now.plus(HOLD));
                return job.map(Job::id);
            }
        }
        return Optional.empty();
    }

    private static boolean isFree(Job job, Instant now) {
        return !job.state().isOver() && job.isFree(now);
    }

    private void work(String id, BooleanSupplier stopping) {
        try {
            boolean more = true;
            while (more && !stopping.getAsBoolean()) {
                more = Boolean.TRUE.equals(portionOf(id));
            }
        } catch (RuntimeException e) {
            LOG.error("Work {} of a clean-up broke off", id, e);
            transaction.executeWithoutResult(status -> fail(id));
        }
    }

    /** A refusal takes back what was begun, and is noted in a transaction of its own. */
    private @Nullable Boolean portionOf(String id) {
        try {
            return transaction.execute(status -> portion(id));
        } catch (Refusal refusal) {
            return transaction.execute(status -> refuse(id, refusal));
        }
    }

    /** One portion; says whether there is more. */
    private boolean portion(String id) {
        Job job = rows.hold(id).filter(each -> each.isHeldBy(worker)).orElse(null);
        if (job == null) {
            return false;
        }
        Work work = kinds.get(job.kind());
        Instant now = clock.instant();
        if (job.isStopWanted()) {
            end(job, work, Job.State.STOPPED, now);
            return false;
        }
        Work.Portion portion = work == null ? item(job) : work.next(job);
        job.advance(portion.done(), portion.refused(), clock.instant().plus(HOLD));
        if (portion.over()) {
            end(job, work, Job.State.DONE, now);
        }
        return !portion.over();
    }

    private Work.Portion item(Job job) {
        Optional<JobItem> item = first(job);
        if (item.isEmpty()) {
            return Work.Portion.NOTHING_LEFT;
        }
        Optional<String> refused = itemKinds.get(job.kind()).act(job, item.get().subject());
        refused.ifPresentOrElse(item.get()::refuse, item.get()::done);
        return new Work.Portion(1, refused.isPresent() ? 1 : 0, false);
    }

    private boolean refuse(String id, Refusal refusal) {
        Job job = rows.hold(id).filter(each -> each.isHeldBy(worker)).orElse(null);
        if (job == null) {
            return false;
        }
        first(job).orElseThrow().refuse(itemKinds.get(job.kind()).said(refusal));
        job.advance(1, 1, clock.instant().plus(HOLD));
        return true;
    }

    private Optional<JobItem> first(Job job) {
        return items.firstWaiting(job.id(), job.done());
    }

    private static void end(Job job, @Nullable Work work, Job.State how, Instant now) {
        job.end(how, now);
        if (work != null) {
            work.ended(job, how);
        }
    }

    /** The portion was rolled back; it is tried again a few times. */
    private void fail(String id) {
        Instant now = clock.instant();
        rows.hold(id).filter(job -> job.isHeldBy(worker)).ifPresent(job -> {
            Optional<JobItem> stuck = itemKinds.containsKey(job.kind()) ? first(job) : Optional.empty();
            if (job.attempts() < MOST_TRIES) {
                job.release(now.plus(BETWEEN_TRIES));
            } else if (stuck.isPresent()) {
                stuck.get().refuse(itemKinds.get(job.kind()).said(Refusal.of("job.itemFailed")));
                job.advance(1, 1, now);
                job.release(now.minusMillis(1));
            } else {
                end(job, kinds.get(job.kind()), Job.State.FAILED, now);
            }
        });
    }
}
