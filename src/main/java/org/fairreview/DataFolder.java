package org.fairreview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * acknowledged commit survive a crash.
 */
class DataFolder implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Path folder = Path.of(environment.getProperty(
                        "FAIRREVIEW_DATA", environment.getProperty("fairreview.data", "./data")))
                .toAbsolutePath()
                .normalize();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("fairreview.data", folder.toString());
        if (!environment.containsProperty("spring.datasource.url")) {
            values.put(
                    "spring.datasource.url",
                    "jdbc:h2:file:" + folder.resolve("db/fairreview")
                            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000");
            values.put("spring.datasource.username", "fairreview");
            values.put("spring.datasource.password", secret(folder.resolve("db.secret")));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("dataFolder", values));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 10;
    }

    private static String secret(Path file) {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Files.createDirectories(file.getParent());
            Files.writeString(file, secret + "\n");
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder '%s' cannot be written (FAIRREVIEW_DATA)".formatted(file.getParent()), e);
        }
    }
}
