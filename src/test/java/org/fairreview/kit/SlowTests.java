package org.fairreview.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Notes how long each test class took, a file each, since several processes test; the build prints the longest at its end. */
public class SlowTests implements TestExecutionListener {

    private static final Path FOLDER = Path.of("target", "slow-tests");
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(3);

    private final Map<String, Instant> started = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isClass(test)) {
            started.put(test.getUniqueId(), Instant.now());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Instant start = started.remove(test.getUniqueId());
        if (start != null) {
            note(test.getLegacyReportingName(), Duration.between(start, Instant.now()));
        }
    }

    private static void note(String name, Duration took) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(file);
            if (took.compareTo(WORTH_A_LINE) > 0) {
                Files.writeString(file, "%6.1f s  %s%n".formatted(took.toMillis() / 1000.0, name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClass(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).isPresent();
    }
}
