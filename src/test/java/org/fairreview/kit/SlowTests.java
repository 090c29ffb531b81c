package org.fairreview.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end which test classes took the time. */
public class SlowTests implements TestExecutionListener {

    private static final Duration WORTH_A_LINE = Duration.ofSeconds(3);

    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private final Map<String, Duration> took = new ConcurrentHashMap<>();

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
            took.put(test.getLegacyReportingName(), Duration.between(start, Instant.now()));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.out.println("[INFO] Test classes that took the time:");
        took.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(WORTH_A_LINE) > 0)
                .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                .forEach(entry -> System.out.printf(
                        "[INFO] %6.1f s  %s%n", entry.getValue().toMillis() / 1000.0, entry.getKey()));
    }

    private static boolean isClass(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).isPresent();
    }
}
