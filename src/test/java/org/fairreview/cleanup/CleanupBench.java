package org.fairreview.cleanup;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.StoppableProduct;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures cases of a clean-up on their way through the process, by single acts and by bulk actions, in clean-ups of 500 and
 * of 5,000 measures, on H2 in a file or on PostgreSQL; see docs/operations.md for the command.
 */
final class CleanupBench {

    private static final int WARM_UP = 200;
    private static final int[] SIZES = {500, 5_000};
    private static final OperatingSystemMXBean PROCESSOR =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CleanupBench() {}

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
        settings.add("--fairreview.data=" + Files.createTempDirectory(Path.of("target"), "cleanup-bench"));
        settings.add("--server.port=0");
        settings.add("--logging.level.root=warn");
        ConfigurableApplicationContext product = StoppableProduct.product().run(settings.toArray(String[]::new));
        LegacyCampaign legacy = product.getBean(LegacyCampaign.class);
        run(legacy, WARM_UP);
        Map<String, Cost> before = new TreeMap<>();
        for (int size : SIZES) {
            Map<String, Cost> took = run(legacy, size);
            took.forEach((step, cost) -> System.out.printf(
                    "%s, %,d cases, %s: %.1f cases a second, %.1f ms of processor time a case%s%n",
                    database,
                    size,
                    step,
                    1000 / cost.wall(),
                    cost.processor(),
                    before.containsKey(step)
                            ? ", against the smaller one %.2f times the time and %.2f times the processor time"
                                    .formatted(
                                            cost.wall() / before.get(step).wall(),
                                            cost.processor() / before.get(step).processor())
                            : ""));
            before.putAll(took);
        }
        product.close();
    }

    /**
     * What a case cost in one step.
     *
     * @param wall milliseconds on the clock
     * @param processor milliseconds of this process on all processors, with PostgreSQL without the database's own
     */
    private record Cost(double wall, double processor) {}

    private static Map<String, Cost> run(LegacyCampaign legacy, int size) {
        Map<String, Cost> took = new TreeMap<>();
        String campaign = legacy.arrange(0);
        List<String> numbers = legacy.enterMany(campaign, size);
        took.put("1 opened in the background", cost(size, () -> {
            legacy.start(campaign);
            legacy.awaitOpen(numbers.get(size - 1));
        }));
        numbers.forEach(legacy::awaitScreened);
        took.put("2 checked one by one", cost(size, () -> numbers.forEach(number -> legacy.check(number, "KEEP"))));
        took.put("3 signed in bulk", cost(size, () -> bulk(legacy, BulkAction.SIGN, numbers, LegacyCampaign.HEAD)));
        took.put(
                "4 taken over in bulk",
                cost(size, () -> bulk(legacy, BulkAction.TAKE_OVER, numbers, LegacyCampaign.REVIEWER)));
        took.put(
                "5 decided in bulk and closed",
                cost(size, () -> bulk(legacy, BulkAction.DECIDE, numbers, LegacyCampaign.HEAD)));
        return took;
    }

    private static void bulk(LegacyCampaign legacy, BulkAction action, List<String> numbers, String userId) {
        String work = legacy.inBulk(action, numbers, userId);
        LegacyCampaign.await(() -> legacy.isOver(work));
    }

    private static Cost cost(int cases, Runnable act) {
        long processor = PROCESSOR.getProcessCpuTime();
        long start = System.nanoTime();
        act.run();
        return new Cost(
                (System.nanoTime() - start) / 1e6 / cases, (PROCESSOR.getProcessCpuTime() - processor) / 1e6 / cases);
    }
}
