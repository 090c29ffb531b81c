package org.fairreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the H2 file keeps of pages that were written over. */
class DatabaseUpkeepTests {

    private static final int ROWS = 4_000;
    private static final int ROUNDS = 12;
    private static final int COMMITS = 200;

    @TempDir
    Path folder;

    @Test
    void pages_that_were_written_over_are_given_back_while_others_write() throws SQLException, IOException {
        long left = sizeAfterWriting("left", false);
        long kept = sizeAfterWriting("kept", true);

        assertThat(kept).as("%s MB against %s", kept, left).isLessThan(left * 2 / 3);
    }

    @Test
    void another_database_is_left_alone() throws SQLException {
        new DatabaseUpkeep(new DriverManagerDataSource("jdbc:nothing"), "jdbc:postgresql://127.0.0.1/x").giveBack();
    }

    private long sizeAfterWriting(String name, boolean upkeep) throws SQLException, IOException {
        // H2 keeps a freed page for 45 seconds
        String url = "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;RETENTION_TIME=0";
        DatabaseUpkeep job = new DatabaseUpkeep(new DriverManagerDataSource(url), url);
        Random random = new Random(1);
        try (Connection connection = DriverManager.getConnection(url)) {
            fill(connection);
            for (int round = 0; round < ROUNDS; round++) {
                writeOver(connection, random);
                if (upkeep) {
                    job.giveBack();
                }
            }
            assertThat(sum(connection)).isEqualTo((long) ROUNDS * COMMITS);
            return Files.size(folder.resolve(name + ".mv.db"));
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table entry (id int primary key, times int, text varchar(2000))");
            statement.execute("insert into entry select x, 0, repeat(random_uuid(), 20) from system_range(1, %d)"
                    .formatted(ROWS));
        }
    }

    private static void writeOver(Connection connection, Random random) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update entry set times = times + 1 where id = ?")) {
            for (int commit = 0; commit < COMMITS; commit++) {
                update.setInt(1, 1 + random.nextInt(ROWS));
                update.execute();
            }
        }
    }

    private static long sum(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("select sum(times) from entry")) {
            result.next();
            return result.getLong(1);
        }
    }
}
