package org.fairreview;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Empties what the H2 file holds of pages that were written over, so that it is used again. Every commit goes to the disk before it
 * is answered ({@code WRITE_DELAY=0}, see {@link DataFolder}); H2 then keeps no thread that tidies up, and the file grows with each
 * commit: to 12 GB by a clean-up of 5,000 measures, of which 0.5 GB were in use. While much is written it still grows, since H2
 * touches nothing that is younger than 45 seconds; it is emptied as soon as there is time, and shrinks when the product stops.
 */
@Component
class DatabaseUpkeep {

    /** Of the chunks of the file, the share that must be in use; below, the emptiest are written together. */
    private static final int PERCENT_IN_USE = 50;

    private static final int PORTION = 16 * 1024 * 1024;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_IN_VAIN = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final DataSource dataSource;
    private final boolean file;

    DatabaseUpkeep(DataSource dataSource, @Value("${spring.datasource.url}") String url) {
        this.dataSource = dataSource;
        this.file = url.startsWith("jdbc:h2:file:");
    }

    /** Works in portions, for ten seconds at most; what is left comes the next time. On another database it does nothing. */
    @Scheduled(
            fixedDelayString = "${fairreview.database-upkeep:PT1M}",
            initialDelayString = "${fairreview.database-upkeep:PT1M}")
    void giveBack() throws SQLException {
        if (!file) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            long until = System.nanoTime() + LONGEST_NANOS;
            int inVain = 0;
            while (store.getFileStore().getChunksFillRate() < PERCENT_IN_USE
                    && inVain < MOST_IN_VAIN
                    && System.nanoTime() < until) {
                if (store.compact(PERCENT_IN_USE, PORTION)) {
                    inVain = 0;
                } else {
                    // others are writing, or what could be written together is too young
                    inVain++;
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }
    }
}
