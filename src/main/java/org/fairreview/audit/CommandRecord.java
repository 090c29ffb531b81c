package org.fairreview.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Records what is done by a command beside the product, in the name of the operating system's account. */
public final class CommandRecord {

    /** What comes before the name of the account, which is none of the product's. */
    private static final String MARK = "os:";

    private static final int LONGEST_ID = 64;

    /** H2 opened to read; PostgreSQL: a standby or a transaction to read, an account that may not write. */
    private static final Set<String> NO_WRITING = Set.of("90097", "25006", "42501");

    private final Connection database;
    private final String account;
    private final Clock clock;

    /**
     * A record over a connection in no transaction.
     *
     * @param account the operating system's account
     */
    public CommandRecord(Connection database, String account, Clock clock) {
        this.database = database;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Records an act with one detail; says whether it could: a database that takes no writing is read all the same.
     *
     * @param subject the case, or what else it is about
     * @throws SQLException where it could not for any other reason
     */
    public boolean record(String subject, String act, String detail, Object value) throws SQLException {
        boolean single = database.getAutoCommit();
        database.setAutoCommit(false);
        try {
            new RecordWriter(new JdbcTemplate(new SingleConnectionDataSource(database, true)))
                    .append(List.of(entry(subject, act, detail, value)));
            database.commit();
            return true;
        } catch (DataAccessException e) {
            database.rollback();
            if (e.getMostSpecificCause() instanceof SQLException cause && takesNoWriting(cause)) {
                return false;
            }
            throw new SQLException(e.getMostSpecificCause().getMessage(), e);
        } finally {
            database.setAutoCommit(single);
        }
    }

    /** Whether the database, or the account, takes no writing at all. */
    public static boolean takesNoWriting(SQLException failure) {
        return NO_WRITING.contains(String.valueOf(failure.getSQLState()));
    }

    private NewEntry entry(String subject, String act, String detail, Object value) {
        String id = MARK + account;
        return new NewEntry(
                Chains.of(subject, act),
                subject,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                act,
                id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id,
                null,
                false,
                false,
                "{%s:%s}"
                        .formatted(
                                CanonicalJson.quote(detail),
                                value instanceof Number ? value : CanonicalJson.quote(String.valueOf(value))),
                Map.of(
                        NewEntry.ACTOR,
                        "{\"name\":%s,\"unit\":null}"
                                .formatted(CanonicalJson.quote(AuditTexts.of("audit.commandLine", account)))));
    }
}
