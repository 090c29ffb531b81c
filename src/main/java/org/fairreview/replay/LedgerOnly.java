package org.fairreview.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.fairreview.reporting.Counting;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The ledger of a data folder and the counting of its figures, without the product around them: nothing is written. */
final class LedgerOnly implements AutoCloseable {

    private final SingleConnectionDataSource database;
    private final AnnotationConfigApplicationContext context;

    /**
     * @throws SQLException where the database cannot be opened
     * @throws IOException where its password cannot be read
     */
    LedgerOnly(Path data, Clock clock) throws SQLException, IOException {
        database = database(data);
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
        }
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(Clock.class, () -> clock);
        context.register(Counting.class);
        context.refresh();
    }

    /** What {@code SPRING_DATASOURCE_URL} names, else H2 in the folder. */
    private static SingleConnectionDataSource database(Path data) throws IOException {
        String url = System.getenv("SPRING_DATASOURCE_URL");
        if (url != null) {
            return new SingleConnectionDataSource(
                    url,
                    System.getenv().getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                    System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", ""),
                    true);
        }
        return new SingleConnectionDataSource(
                "jdbc:h2:file:" + data.resolve("db/fairreview") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r",
                "fairreview",
                Files.readString(data.resolve("db.secret")).strip(),
                true);
    }

    Comparing comparing() {
        return new Comparing(context.getBean(Counting.class), context.getBean(JdbcClient.class));
    }

    @Override
    public void close() {
        context.close();
        database.destroy();
    }
}
