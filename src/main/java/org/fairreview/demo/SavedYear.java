package org.fairreview.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.fairreview.backup.BackupRefused;
import org.fairreview.backup.Restoring;
import org.fairreview.identity.StartRefused;
import org.fairreview.supervision.complaint.ReporterKeyExchange;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;

/**
 * Fills the empty data folder of a demo with a replayed year, before anything is opened: a backup of the product, restored by
 * its own code (ADR 37). In no other profile, into no other database than the folder's own, and into no folder that holds anything.
 *
 * <p>Everything is made ready in a folder inside and then moved to its place, the database last: a start that was killed before
 * is begun again. No secret of the saved year is used any more: the database gets another password, reporters another key, and
 * accounts theirs by {@link DemoAccounts}, before which nobody can log in. The folder is marked, and opens in the demo alone.
 */
public class SavedYear implements EnvironmentPostProcessor, Ordered {

    /** When the saved year was summed up and closed; what is younger was made by those who try the demo, or for them. */
    static final Instant END = Instant.parse("2024-02-01T00:00:00Z");

    private static final int YEAR = 2023;

    private static final String SAVED = "demo/year-2023.zip";
    private static final String MAKING_READY = "year.part";
    private static final String MARK = "demo.txt";
    private static final String MARKED = "演示数据，均为虚构，只能以演示方式启动。 Invented data of the demo.\n";
    private static final Path DATABASE = Path.of("db", "fairreview.mv.db");
    private static final int SECRET_BYTES = 24;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path data = Path.of(environment.getProperty(
                        "FAIRREVIEW_DATA", environment.getProperty("fairreview.data", "./data")))
                .toAbsolutePath()
                .normalize();
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            refuseAnythingElse(data);
            return;
        }
        if (environment.containsProperty("spring.datasource.url")
                || environment.getProperty("FAIRREVIEW_ADMIN_PASSWORD", "").isBlank()) {
            return;
        }
        try {
            if (isFree(data)) {
                System.out.printf("首次启动演示，正在装入%d年的演示数据…%n", YEAR);
                takeUp(data);
            }
        } catch (IOException | UncheckedIOException | SQLException | BackupRefused e) {
            throw new StartRefused(
                    "演示数据无法装入数据目录 %s（%s），请清空该目录后重试。 The demo's data cannot be put into the folder; empty it and try again."
                            .formatted(data, e.getMessage()));
        }
    }

    /** What was invented must not become an office's record, nor open to passwords that everybody knows. */
    private static void refuseAnythingElse(Path data) {
        if (Files.exists(data.resolve(MARK))) {
            throw new StartRefused("数据目录 %s 里是演示数据，只能以演示方式启动；正式使用请换一个空目录（FAIRREVIEW_DATA）。 ".formatted(data)
                    + "The folder holds the demo's data; choose another one for real work.");
        }
    }

    /** Before the data folder is opened. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 9;
    }

    /** Whether nobody has worked in the folder: it is empty, or a start was killed while it was made ready. */
    private static boolean isFree(Path data) throws IOException {
        if (!Files.isDirectory(data) || Files.exists(data.resolve(MAKING_READY))) {
            return !Files.exists(data.resolve(DATABASE));
        }
        return entries(data).isEmpty();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void takeUp(Path data) throws IOException, SQLException {
        Files.createDirectories(data);
        for (Path leftOver : entries(data)) {
            delete(leftOver);
        }
        Path ready = data.resolve(MAKING_READY);
        restore(ready);
        exchangeSecrets(ready);
        DemoAccounts.await(ready);
        Files.writeString(ready.resolve(MARK), MARKED);
        Path database = ready.resolve(DATABASE).getParent();
        for (Path entry : entries(ready)) {
            if (!entry.equals(database)) {
                Files.move(entry, data.resolve(entry.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.move(database, data.resolve(database.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(ready);
    }

    private static void restore(Path ready) throws IOException {
        Path copy = Files.createTempFile("demo-year", ".zip");
        try (InputStream saved = new ClassPathResource(SAVED).getInputStream()) {
            Files.copy(saved, copy, StandardCopyOption.REPLACE_EXISTING);
            new Restoring(ready).from(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void exchangeSecrets(Path ready) throws IOException, SQLException {
        Path secretFile = ready.resolve("db.secret");
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String file = ready.resolve(DATABASE).toString().replaceAll("\\.mv\\.db$", "");
        try (Connection database = DriverManager.getConnection(
                        "jdbc:h2:file:" + file,
                        "fairreview",
                        Files.readString(secretFile).strip());
                Statement statement = database.createStatement()) {
            new ReporterKeyExchange(ready, database).exchange();
            statement.execute("alter user fairreview set password '%s'".formatted(secret));
        }
        Files.writeString(secretFile, secret + "\n", StandardCharsets.UTF_8);
    }

    private static void delete(Path file) throws IOException {
        try (var all = Files.walk(file)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> {
                try {
                    Files.delete(each);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
