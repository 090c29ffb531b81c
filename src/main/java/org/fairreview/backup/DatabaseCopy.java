package org.fairreview.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Copies the open H2 database as it stands at one moment, while others write. */
@FunctionalInterface
interface DatabaseCopy {

    /** Where H2 keeps the product's database in the data folder. */
    String DATABASE = "db/fairreview";

    /** The only file of that database. */
    String DATABASE_FILE = DATABASE + ".mv.db";

    /** Writes the copy into a folder that nobody else reads, and returns the one file that is the database. */
    Path into(Path folder) throws SQLException;

    /**
     * The copy that one transaction sees, written into a database of its own.
     *
     * <p>{@code BACKUP TO} copies the pages of the file while others write them, and tore transactions apart in one copy
     * of four (ADR 9); {@code SCRIPT} does so too in a transaction that sees what others commit meanwhile.
     */
    static DatabaseCopy of(DataSource database) {
        return folder -> {
            try (Connection connection = database.getConnection()) {
                return of(connection).into(folder);
            }
        };
    }

    static DatabaseCopy of(Connection connection) {
        return folder -> {
            Path script = folder.resolve("copy.sql");
            writeScript(connection, script);
            try (Connection copy =
                    DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("copy"), "COPYING", "")) {
                run(copy, "RUNSCRIPT FROM ? CHARSET 'UTF-8'", script);
                copy.createStatement().execute("DROP USER COPYING");
            }
            return folder.resolve("copy.mv.db");
        };
    }

    private static void writeScript(Connection connection, Path script) throws SQLException {
        boolean single = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        try {
            run(connection, "SCRIPT TO ? CHARSET 'UTF-8'", script);
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(single);
        }
    }

    private static void run(Connection connection, String command, Path script) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, script.toString());
            statement.execute();
        }
    }
}
