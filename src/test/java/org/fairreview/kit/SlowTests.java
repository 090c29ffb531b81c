package org.fairreview.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Notes how long each test class took and how much processor time that was, its own and that of the processes that it
 * started and saw end; a file each, since several processes test. The build prints the longest at its end.
 */
public class SlowTests implements TestExecutionListener {

    private static final Path FOLDER = Path.of("target", "slow-tests");
    private static final Duration WORTH_A_LINE = Duration.ofSeconds(3);

    /** User and system time of this process and of its ended children, where the system tells it: see proc(5). */
    private static final Path TIMES = Path.of("/proc/self/stat");

    private static final int FIRST_OF_TIMES = 11;
    private static final double TICKS_PER_SECOND = 100;

    private record Start(Instant at, double processor) {}

    private final Map<String, Start> started = new ConcurrentHashMap<>();

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isClass(test)) {
            started.put(test.getUniqueId(), new Start(Instant.now(), processorSeconds()));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Start start = started.remove(test.getUniqueId());
        if (start != null) {
            note(
                    test.getLegacyReportingName(),
                    Duration.between(start.at(), Instant.now()),
                    processorSeconds() - start.processor());
        }
    }

    private static void note(String name, Duration took, double processor) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(file);
            if (took.compareTo(WORTH_A_LINE) > 0) {
                Files.writeString(
                        file,
                        "%6.1f s, %6.1f s of the processor  %s%n".formatted(took.toMillis() / 1000.0, processor, name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double processorSeconds() {
        try {
            String stat = Files.exists(TIMES) ? Files.readString(TIMES) : "";
            return Stream.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "))
                            .skip(FIRST_OF_TIMES)
                            .limit(4)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isClass(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).isPresent();
    }
}
