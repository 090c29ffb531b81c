package org.fairreview.replay;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.fairreview.Application;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.replay.process.ReplayClock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures a year replayed by the product against the same processes in a bare engine, in one run, after a tenth of the year in
 * both to warm up; see docs/operations.md for the command.
 */
final class BareEngineBench {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final OperatingSystemMXBean PROCESSOR =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The tables of the engine's history, whose rows say how much both had to write. */
    private static final String[] HISTORY = {
        "ACT_HI_PROCINST",
        "ACT_HI_ACTINST",
        "ACT_HI_TASKINST",
        "ACT_HI_VARINST",
        "ACT_HI_DETAIL",
        "ACT_HI_IDENTITYLINK",
        "ACT_HI_JOB_LOG",
        "ACT_HI_OP_LOG",
        "ACT_HI_DECINST"
    };

    /**
     * What a year cost.
     *
     * @param wall seconds on the clock
     * @param processor seconds of this process on all processors
     * @param threads the part of it that threads of Java used; the rest is what the JVM compiled and collected meanwhile
     * @param samples of the flight recorder, by part
     */
    private record Cost(double wall, double processor, double threads, Map<String, Integer> samples) {}

    private final Path folder;
    private final BareModels models = new BareModels();

    private BareEngineBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(OFFICE));
        BareEngineBench bench = new BareEngineBench(Files.createTempDirectory(Path.of("target"), "bare-engine-bench"));
        bench.compare("tenth");
        bench.compare(arguments.length > 0 ? arguments[0] : "2023");
        System.exit(0);
    }

    private void compare(String scenario) throws Exception {
        System.out.printf("%n== %s%n", scenario);
        Path data = Files.createTempDirectory(folder, "product");
        Scenario asked = ScenarioFile.read(scenario);
        try (ConfigurableApplicationContext product = product(data, asked)) {
            Cost whole = measured(recording(scenario, "product"), () -> product.getBean(YearRun.class)
                    .run(asked, new Progress(System.out, false)));
            DataSource database = product.getBean(DataSource.class);
            RecordedYear year = RecordedYear.read(database, models);
            Map<String, Long> expected = RecordedYear.passes(database);
            Map<String, Long> rows = rows(database);
            product.close();
            carry(scenario, year, whole, expected, rows);
        }
    }

    private void carry(
            String scenario, RecordedYear year, Cost whole, Map<String, Long> expected, Map<String, Long> rows)
            throws Exception {
        Path data = Files.createTempDirectory(folder, "bare");
        try (HikariDataSource database = database(data);
                BareYear bare = new BareYear(database, models)) {
            Cost alone = measured(recording(scenario, "bare"), () -> bare.carry(year));
            System.out.printf(
                    "%d processes in the product; carried by the bare engine: %s, jobs %d; not carried: %d%n",
                    year.processes(), bare.carried(), bare.jobs(), bare.missed().size());
            bare.missed().forEach(missed -> System.out.println("  not carried: " + missed));
            System.out.println("Recorded, and not carried by itself: " + year.leftOut());
            printDifferences(expected, RecordedYear.passes(database));
            System.out.println("Rows of the history, product and bare engine:");
            rows(database)
                    .forEach((table, count) -> System.out.printf("  %s %,d %,d%n", table, rows.get(table), count));
            print("product", whole);
            print("bare engine", alone);
            System.out.printf(
                    "The product takes %.2f times the processor time (%.2f times in threads of Java) and %.2f times the wall time.%n",
                    whole.processor() / alone.processor(),
                    whole.threads() / alone.threads(),
                    whole.wall() / alone.wall());
        }
    }

    private Path recording(String scenario, String who) {
        return folder.resolve(Path.of(scenario).getFileName() + "-" + who + ".jfr");
    }

    /** The product as the command starts it. */
    private static ConfigurableApplicationContext product(Path data, Scenario scenario) {
        ReplayClock clock = new ReplayClock(Clock.system(OFFICE));
        clock.moveTo(
                scenario.firstDay().atTime(LocalTime.of(8, 0)).atZone(OFFICE).toInstant());
        SpringApplication application = new SpringApplication(Application.class);
        application.setAdditionalProfiles("replay");
        application.setDefaultProperties(
                Map.of("spring.datasource.hikari.connection-init-sql", "set write_delay 1000"));
        application.setRegisterShutdownHook(false);
        application.addInitializers((GenericApplicationContext context) -> {
            context.getBeanFactory().registerSingleton("withoutTests", new StoppableProduct.WithoutTests());
            context.registerBean("replayClock", ReplayClock.class, () -> clock, bean -> bean.setPrimary(true));
        });
        return application.run(
                "--fairreview.data=" + data.toAbsolutePath(),
                "--fairreview.organisation=classpath:replay/organisation.yaml",
                "--fairreview.notification.worker=false",
                "--camunda.bpm.job-execution.enabled=false");
    }

    /** A database like the product's. */
    private static HikariDataSource database(Path data) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl("jdbc:h2:file:" + data.resolve("bare").toAbsolutePath()
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=256");
        database.setUsername("bare");
        database.setPassword("");
        database.setConnectionInitSql("set write_delay 1000");
        return database;
    }

    private static Cost measured(Path recording, Runnable year) throws IOException {
        System.gc();
        try (ProcessorSplit split = new ProcessorSplit()) {
            double threads = threads();
            long processor = PROCESSOR.getProcessCpuTime();
            long start = System.nanoTime();
            year.run();
            double wall = (System.nanoTime() - start) / 1e9;
            double used = (PROCESSOR.getProcessCpuTime() - processor) / 1e9;
            return new Cost(wall, used, threads() - threads, split.split(recording));
        }
    }

    private static double threads() {
        return LongStream.of(THREADS.getAllThreadIds())
                        .map(THREADS::getThreadCpuTime)
                        .filter(time -> time > 0)
                        .sum()
                / 1e9;
    }

    /** The processor time of each part is its share of the samples, of the time of Java's threads. */
    private static void print(String who, Cost cost) {
        System.out.printf(
                "%s: %.1f s of processor time, %.1f s on the clock; threads of Java %.1f s, by %d samples:%n",
                who,
                cost.processor(),
                cost.wall(),
                cost.threads(),
                cost.samples().values().stream().mapToInt(Integer::intValue).sum());
        int all = cost.samples().values().stream().mapToInt(Integer::intValue).sum();
        cost.samples()
                .forEach((part, samples) -> System.out.printf(
                        "  %s %.1f s (%.1f %%)%n", part, cost.threads() * samples / all, samples * 100.0 / all));
    }

    private static Map<String, Long> rows(DataSource database) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : HISTORY) {
            rows.put(
                    table,
                    JdbcClient.create(database)
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single());
        }
        return rows;
    }

    private static void printDifferences(Map<String, Long> expected, Map<String, Long> found) {
        TreeSet<String> elements = new TreeSet<>(expected.keySet());
        elements.addAll(found.keySet());
        long all = 0;
        long agreed = 0;
        for (String element : elements) {
            long product = expected.getOrDefault(element, 0L);
            long bare = found.getOrDefault(element, 0L);
            all += Math.max(product, bare);
            agreed += Math.min(product, bare);
            if (product != bare) {
                System.out.printf("  differs: %s %d in the product, %d in the bare engine%n", element, product, bare);
            }
        }
        System.out.printf("Passes through elements: %d of %d agree, %.2f %%%n", agreed, all, agreed * 100.0 / all);
    }
}
