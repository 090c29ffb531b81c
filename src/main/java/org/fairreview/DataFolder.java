package org.fairreview;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fairreview.identity.StartRefused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The folder that holds everything the product keeps: database, files, keys.
 *
 * <p>{@code FAIRREVIEW_DATA} names it, {@code ./data} is the default. Unless another database is configured, the
 * product uses H2 in a file there, with a password made at the first start. {@code WRITE_DELAY=0} makes an
 * acknowledged commit survive a crash; {@code QUERY_CACHE_SIZE} has H2 remember for each connection what it has read,
 * instead of parsing the engine's long statements each time. A PostgreSQL that an office brings is asked to let figures be grouped in
 * memory where it would sort them on disk.
 */
class DataFolder implements EnvironmentPostProcessor, Ordered {

    private static final String INIT_SQL = "spring.datasource.hikari.connection-init-sql";

    /** Says nothing to a server that does not know the setting. */
    private static final String GROUP_IN_MEMORY =
            "select set_config(name, '8', false) from pg_settings where name = 'hash_mem_multiplier'";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = Path.of(environment.getProperty(
                        "FAIRREVIEW_DATA", environment.getProperty("fairreview.data", "./data")))
                .toAbsolutePath()
                .normalize();
        open(folder);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("fairreview.data", folder.toString());
        if (!environment.containsProperty("spring.datasource.url")) {
            Path database = folder.resolve("db/fairreview.mv.db");
            if (Files.exists(database)) {
                refuseIfInUse(database, folder);
            } else if (environment.getProperty("FAIRREVIEW_ADMIN_PASSWORD", "").isBlank()) {
                throw StartRefused.withoutAdministrator();
            }
            values.put(
                    "spring.datasource.url",
                    "jdbc:h2:file:" + folder.resolve("db/fairreview")
                            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256");
            values.put("spring.datasource.username", "fairreview");
            values.put("spring.datasource.password", secret(folder.resolve("db.secret")));
        } else if (environment.getRequiredProperty("spring.datasource.url").startsWith("jdbc:postgresql:")
                && !environment.containsProperty(INIT_SQL)) {
            values.put(INIT_SQL, GROUP_IN_MEMORY);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("dataFolder", values));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }

    private static void open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
        } catch (IOException e) {
            throw cannotWrite(folder);
        }
    }

    /** H2 locks its file while it is open; to find out now spares the office a page of errors. */
    private static void refuseIfInUse(Path database, Path folder) {
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new StartRefused("本产品已在数据目录 %s 上运行,不能再启动一个。 The product is already running on this data folder."
                        .formatted(folder));
            }
            lock.release();
        } catch (IOException e) {
            throw cannotWrite(folder);
        }
    }

    /** The password of the database, made at the first start and safe on disk before the database is made with it. */
    private static String secret(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Path unfinished = Files.createTempFile(file.getParent(), "db", ".part");
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(secret + "\n"));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return secret;
        } catch (IOException e) {
            throw cannotWrite(file.getParent());
        }
    }

    private static StartRefused cannotWrite(Path folder) {
        return new StartRefused(("数据目录 %s 无法写入,请检查环境变量 FAIRREVIEW_DATA 和目录权限。 "
                        + "The data folder cannot be written; see FAIRREVIEW_DATA.")
                .formatted(folder));
    }
}
