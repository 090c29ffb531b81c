package org.fairreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;

/** What the H2 file keeps of pages that were written over. */
class DatabaseUpkeepTests {

    private static final int ROWS = 8_000;
    private static final int COMMITS = 2_000;

    /** How often it may come; it works for ten seconds at most. */
    private static final int TIMES = 5;

    /** How old a page is that H2 may touch; 45 seconds where nobody says otherwise, as in the product. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private static final Duration BETWEEN_COMMITS = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void pages_that_were_written_over_and_are_old_enough_are_given_back_while_another_writes() throws Exception {
        try (Store left = new Store(folder.resolve("left"));
                Store kept = new Store(folder.resolve("kept"))) {
            for (Store store : new Store[] {left, kept}) {
                store.writeOver();
                store.letAnotherWrite();
            }
            Thread.sleep(YOUNG.plusSeconds(1).toMillis());

            for (int time = 0; time < TIMES && kept.inUse() > left.inUse() / 2; time++) {
                kept.upkeep.giveBack();
            }

            assertThat(kept.inUse()).isLessThan(left.inUse() / 2);
            kept.assertNothingIsLost();
        }
    }

    @Test
    void another_database_is_left_alone() throws SQLException {
        new DatabaseUpkeep(new DriverManagerDataSource("jdbc:nothing"), "jdbc:postgresql://127.0.0.1/x").giveBack();
    }

    /** The product's database in a folder, with one table whose rows the test and another write over. */
    private static final class Store implements AutoCloseable {

        private final Path file;
        private final DataSource dataSource;
        private final DatabaseUpkeep upkeep;
        private final Connection connection;
        private volatile boolean closing;
        private CompletableFuture<Integer> other = CompletableFuture.completedFuture(0);

        private Store(Path data) throws SQLException {
            MockEnvironment environment = new MockEnvironment()
                    .withProperty("fairreview.data", data.toString())
                    .withProperty("FAIRREVIEW_ADMIN_PASSWORD", "Chushi#202611");
            new DataFolder().postProcessEnvironment(environment, new SpringApplication());
            String url = environment.getRequiredProperty("spring.datasource.url");
            this.file = data.resolve("db/fairreview.mv.db");
            this.dataSource = new DriverManagerDataSource(
                    url,
                    environment.getRequiredProperty("spring.datasource.username"),
                    environment.getRequiredProperty("spring.datasource.password"));
            this.upkeep = new DatabaseUpkeep(dataSource, url);
            this.connection = dataSource.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set retention_time " + YOUNG.toMillis());
                statement.execute("create table entry (id int primary key, times int, text varchar(2000))");
                statement.execute("insert into entry select x, 0, repeat(random_uuid(), 20) from system_range(1, %d)"
                        .formatted(ROWS));
            }
        }

        private void writeOver() throws SQLException {
            Random random = new Random(1);
            try (PreparedStatement update = update(connection)) {
                for (int commit = 0; commit < COMMITS; commit++) {
                    writeOver(update, random);
                }
            }
        }

        private void letAnotherWrite() {
            other = CompletableFuture.supplyAsync(() -> {
                Random random = new Random(2);
                int written = 0;
                try (Connection own = dataSource.getConnection();
                        PreparedStatement update = update(own)) {
                    while (!closing) {
                        writeOver(update, random);
                        written++;
                        Thread.sleep(BETWEEN_COMMITS.toMillis());
                    }
                    return written;
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        private static PreparedStatement update(Connection connection) throws SQLException {
            return connection.prepareStatement("update entry set times = times + 1 where id = ?");
        }

        private static void writeOver(PreparedStatement update, Random random) throws SQLException {
            update.setInt(1, 1 + random.nextInt(ROWS));
            update.execute();
        }

        private void assertNothingIsLost() throws SQLException {
            closing = true;
            int others = other.join();
            assertThat(others).isPositive();
            try (Statement statement = connection.createStatement();
                    var result = statement.executeQuery("select sum(times) from entry")) {
                result.next();
                assertThat(result.getLong(1)).isEqualTo((long) COMMITS + others);
            }
        }

        /** Bytes of the file that are not free to be used again. */
        private long inUse() throws SQLException, IOException {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            return Files.size(file) * store.getFileStore().getFillRate() / 100;
        }

        @Override
        public void close() throws SQLException {
            closing = true;
            other.join();
            connection.close();
        }
    }
}
