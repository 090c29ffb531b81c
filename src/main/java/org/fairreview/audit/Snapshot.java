package org.fairreview.audit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads one moment of the database, apart from any transaction of the caller. */
public final class Snapshot {

    /** What is read. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(Connection database) throws SQLException;
    }

    private Snapshot() {}

    /** Reads by a connection of its own. */
    public static <T> T read(DataSource database, Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            return read(connection, reading);
        } catch (SQLException e) {
            throw new IllegalStateException("The record cannot be read", e);
        }
    }

    /** Reads by a connection that is in no transaction; it is as before afterwards. */
    public static <T> T read(Connection connection, Reading<T> reading) throws SQLException {
        boolean single = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return reading.of(connection);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(single);
        }
    }
}
