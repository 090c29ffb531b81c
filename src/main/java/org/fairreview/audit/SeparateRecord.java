package org.fairreview.audit;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records what is not part of an act that commits: refusals, logins, reads. It has a transaction of its own and is on
 * record when the method returns; where that cannot be, the method throws, and the request must fail.
 *
 * <p>Call it after the rollback of what was refused: within a transaction it needs a second connection.
 */
@Service
public class SeparateRecord {

    private final Recording recording;
    private final RecordWriter writer;
    private final TransactionTemplate transaction;

    SeparateRecord(Recording recording, RecordWriter writer, PlatformTransactionManager transactions) {
        this.recording = recording;
        this.writer = writer;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Records the event in the name of who acts in this thread. */
    public void record(AuditableEvent event) {
        write(recording.entry(event));
    }

    /** Records the event in the name of somebody who is not, or no longer, logged in. */
    public void record(AuditableEvent event, ActingPerson actor) {
        write(recording.entry(event, actor));
    }

    private void write(NewEntry entry) {
        transaction.executeWithoutResult(status -> writer.append(List.of(entry)));
    }
}
