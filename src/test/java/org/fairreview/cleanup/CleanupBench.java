package org.fairreview.cleanup;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.StoppableProduct;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures cases of a clean-up on their way through the process, by single acts and by bulk actions, in clean-ups of 500 and
 * of 5,000 measures, on H2 in a file or on PostgreSQL; see docs/operations.md for the command.
 */
final class CleanupBench {

    private static final int WARM_UP = 1_000;
    private static final int[] SIZES = {500, 5_000};
    private static final long PATIENCE_NANOS = TimeUnit.HOURS.toNanos(2);
    private static final OperatingSystemMXBean PROCESSOR =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * What a case cost in one step.
     *
     * @param wall milliseconds on the clock
     * @param processor milliseconds of this process on all processors, with PostgreSQL without the database's own
     */
    private record Cost(double wall, double processor) {}

    private final String database;
    private final LegacyCampaign legacy;
    private final Map<String, Cost> smaller = new HashMap<>();

    private CleanupBench(String database, LegacyCampaign legacy) {
        this.database = database;
        this.legacy = legacy;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("postgres")) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                measure(
                        "PostgreSQL",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres");
            }
        } else {
            measure("H2");
        }
    }

    private static void measure(String database, String... more) throws IOException {
        List<String> settings = new ArrayList<>(List.of(more));
        Path data = Files.createTempDirectory(Path.of("target"), "cleanup-bench");
        settings.add("--fairreview.data=" + data);
        settings.add("--server.port=0");
        settings.add("--logging.level.root=warn");
        ConfigurableApplicationContext product = StoppableProduct.product().run(settings.toArray(String[]::new));
        LegacyCampaign legacy = product.getBean(LegacyCampaign.class);
        new CleanupBench("warm-up", legacy).run(WARM_UP);
        CleanupBench bench = new CleanupBench(database, legacy);
        for (int size : SIZES) {
            bench.run(size);
            Path file = data.resolve("db/fairreview.mv.db");
            if (Files.exists(file)) {
                System.out.printf("%s, %,d cases: the file has %,d MB%n", database, size, Files.size(file) / 1_000_000);
            }
        }
        product.close();
    }

    private void run(int size) {
        String campaign = legacy.arrange(0);
        List<String> numbers = legacy.enterMany(campaign, size);
        step("opened in the background", size, () -> {
            legacy.start(campaign);
            legacy.awaitOpen(numbers.get(size - 1));
        });
        numbers.forEach(legacy::awaitScreened);
        step("checked one by one", size, () -> numbers.forEach(number -> legacy.check(number, "KEEP")));
        step("signed in bulk", size, () -> bulk(BulkAction.SIGN, numbers, LegacyCampaign.HEAD));
        step("taken over in bulk", size, () -> bulk(BulkAction.TAKE_OVER, numbers, LegacyCampaign.REVIEWER));
        step("decided in bulk and closed", size, () -> bulk(BulkAction.DECIDE, numbers, LegacyCampaign.HEAD));
    }

    private void bulk(BulkAction action, List<String> numbers, String userId) {
        String work = legacy.inBulk(action, numbers, userId);
        await(() -> legacy.isOver(work));
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("It was not done in time");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private void step(String name, int cases, Runnable act) {
        long processor = PROCESSOR.getProcessCpuTime();
        long start = System.nanoTime();
        act.run();
        Cost cost = new Cost(
                (System.nanoTime() - start) / 1e6 / cases, (PROCESSOR.getProcessCpuTime() - processor) / 1e6 / cases);
        Cost before = smaller.put(name, cost);
        System.out.printf(
                "%s, %,d cases, %s: %.1f cases a second, %.1f ms of processor time a case%s%n",
                database,
                cases,
                name,
                1000 / cost.wall(),
                cost.processor(),
                before == null
                        ? ""
                        : "; %.2f times the time and %.2f times the processor time of the smaller one"
                                .formatted(cost.wall() / before.wall(), cost.processor() / before.processor()));
    }
}
