package org.fairreview.backup;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes backups while the product runs, each of them on record. */
@Service
public class Backups {

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final Path data;
    private final boolean databaseInFolder;
    private final DataSource database;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Backups(
            @Value("${fairreview.data}") Path data,
            @Value("${spring.datasource.url}") String url,
            DataSource database,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.data = data.toAbsolutePath().normalize();
        this.databaseInFolder = url.startsWith("jdbc:h2:file:" + this.data.resolve(DatabaseCopy.DATABASE));
        this.database = database;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Makes a backup; gives back whether the database is in it.
     *
     * @throws BackupRefused where it cannot be made
     */
    public synchronized boolean make(Path target) {
        new BackupFile(data, clock)
                .write(target, databaseInFolder ? Optional.of(DatabaseCopy.of(database)) : Optional.empty());
        transaction.executeWithoutResult(
                status -> events.publishEvent(new BackupMade(target.toString(), databaseInFolder)));
        LOG.info("Backup made: {}", target);
        return databaseInFolder;
    }
}
