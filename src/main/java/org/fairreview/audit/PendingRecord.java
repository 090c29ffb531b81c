package org.fairreview.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has to record: it is written last, just before the commit, so that acts on different cases never
 * wait for each other and acts on one case only for its commit.
 */
final class PendingRecord implements TransactionSynchronization {

    private final FeatureRows rows;
    private final RecordWriter writer;
    private final List<NewEntry> entries = new ArrayList<>();
    private boolean written;

    private PendingRecord(FeatureRows rows, RecordWriter writer) {
        this.rows = rows;
        this.writer = writer;
    }

    /** That of the current transaction, which must be active. */
    static PendingRecord current(FeatureRows rows, RecordWriter writer) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(PendingRecord.class::isInstance)
                .map(PendingRecord.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    PendingRecord pending = new PendingRecord(rows, writer);
                    TransactionSynchronizationManager.registerSynchronization(pending);
                    return pending;
                });
    }

    void add(NewEntry entry) {
        if (written) {
            writer.append(List.of(entry));
        } else {
            entries.add(entry);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        rows.write();
        written = true;
        writer.append(entries);
    }
}
