package org.fairreview.document;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bytes that have to go. What an act gave up is written down with the act and deleted after its commit; where the product
 * ends in between, or the folder takes no deletion, at the next start or the next such act.
 */
@Component
class DoomedBlobs {

    private static final Logger LOG = LoggerFactory.getLogger(DoomedBlobs.class);

    /** Somebody may be storing the same bytes at this moment, and has no row for them yet. */
    private static final Duration IN_USE = Duration.ofHours(1);

    /** Some bytes were given up. */
    private record Doomed() {}

    private final BlobStore blobs;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DoomedBlobs(
            BlobStore blobs,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.blobs = blobs;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String sha256) {
        boolean known = !jdbc.sql("select 1 from doomed_blob where sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .list()
                .isEmpty();
        if (!known) {
            jdbc.sql("insert into doomed_blob (sha256, doomed_at) values (?, ?)")
                    .params(sha256, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        events.publishEvent(new Doomed());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void afterCommit(Doomed event) {
        delete();
    }

    @EventListener
    public void atStart(ApplicationReadyEvent started) {
        delete();
    }

    private void delete() {
        List<String> all = transaction.execute(status ->
                jdbc.sql("select sha256 from doomed_blob").query(String.class).list());
        for (String sha256 : all == null ? List.<String>of() : all) {
            try {
                transaction.executeWithoutResult(status -> delete(sha256));
            } catch (RuntimeException e) {
                LOG.error(
                        "The bytes {} have to go and cannot be deleted; it is tried again at the next start",
                        sha256,
                        e);
            }
        }
    }

    private void delete(String sha256) {
        boolean wanted = jdbc.sql("select count(*) from (select sha256 from stored_file where sha256 = ?"
                                + " union all select text_sha256 from extraction where text_sha256 = ?) w")
                        .params(sha256, sha256)
                        .query(Long.class)
                        .single()
                > 0;
        if (wanted || blobs.delete(sha256, clock.instant().minus(IN_USE))) {
            jdbc.sql("delete from doomed_blob where sha256 = ?").param(sha256).update();
        }
    }
}
