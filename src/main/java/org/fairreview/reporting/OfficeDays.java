package org.fairreview.reporting;

import java.time.Clock;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** How the day of a moment at the office is written in SQL, as {@code day(…)} in a {@link Source}. */
final class OfficeDays {

    private static final String DAY = "day\\(((?:[^()]|\\([^()]*\\))*)\\)";

    private final boolean postgres;
    private final String zone;

    OfficeDays(JdbcOperations jdbc, Clock clock) {
        this.postgres = "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
        this.zone = clock.getZone().getId();
    }

    boolean ofPostgres() {
        return postgres;
    }

    /**
     * With each {@code day(…)} written out. H2 casts a moment to the day of the machine's zone, whatever zone it was set to, so there the
     * day is cut out of its text; PostgreSQL does not, and has indexes on the cast ({@link FigureIndexes}).
     */
    String writtenOut(String sql) {
        return sql.replaceAll(
                DAY,
                postgres
                        ? "cast($1 at time zone '%s' as date)".formatted(zone)
                        : "cast(substring(cast($1 at time zone '%s' as varchar(40)), 1, 10) as date)".formatted(zone));
    }
}
