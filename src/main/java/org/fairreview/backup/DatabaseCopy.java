package org.fairreview.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Copies the open H2 database as it stands at one moment, while others write. */
@FunctionalInterface
interface DatabaseCopy {

    /** Where H2 keeps the product's database in the data folder. */
    String DATABASE = "db/fairreview";

    /** The only file of that database. */
    String DATABASE_FILE = DATABASE + ".mv.db";

    /** Writes a zip file whose only entry is the database. */
    void to(Path zip) throws SQLException;

    /**
     * The copy that H2 makes of its own file.
     *
     * <p>{@code SCRIPT TO} reads one table after the other and tore transactions apart when it was tried.
     */
    static DatabaseCopy of(DataSource database) {
        return zip -> {
            try (Connection connection = database.getConnection()) {
                of(connection).to(zip);
            }
        };
    }

    static DatabaseCopy of(Connection connection) {
        return zip -> {
            try (var backup = connection.prepareStatement("BACKUP TO ?")) {
                backup.setString(1, zip.toString());
                backup.execute();
            }
        };
    }
}
