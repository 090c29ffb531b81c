package org.fairreview.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.StoppableProduct;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures the record: how fast it is verified, whether acts on different cases hinder each other, and what it costs a
 * review; see docs/audit/README.md for the commands.
 */
final class AuditBench {

    private static final int CHAINS = 100;
    private static final int ENTRIES = 100_000;
    private static final int ACTS = 3_200;
    private static final int ROUNDS = 16;

    private AuditBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("audit-bench");
        switch (arguments[0]) {
            case "verify" -> verify(folder, arguments.length > 1 ? Integer.parseInt(arguments[1]) : CHAINS);
            case "threads" -> threads(folder);
            default -> cost(folder);
        }
        System.exit(0);
    }

    private static void verify(Path folder, int chains) throws Exception {
        try (RecordDatabase record = RecordDatabase.h2File(folder)) {
            for (int act = 0; act < ENTRIES; act += ENTRIES / CHAINS) {
                record.record("420600-2026-%04d".formatted(act / (ENTRIES / CHAINS) % chains), ENTRIES / CHAINS);
            }
            record.checkpoint();
            for (int round = 0; round < 4; round++) {
                long[] hashed = {0};
                MessageDigest digest = Digest.sha256();
                long began = System.nanoTime();
                WholeCheck.Report report = check(record, (entry, details) -> Optional.empty());
                double seconds = (System.nanoTime() - began) / 1e9;
                check(record, (entry, details) -> {
                    byte[] form = entry.canonical().getBytes(StandardCharsets.UTF_8);
                    byte[] said = details.getBytes(StandardCharsets.UTF_8);
                    long start = System.nanoTime();
                    digest.digest(form);
                    digest.digest(said);
                    hashed[0] += System.nanoTime() - start;
                    return Optional.empty();
                });
                System.out.printf(
                        "verify: %,d entries, whole %s, %.2f s, %,.0f entries/s; bare SHA-256 over the same forms and details %.2f s, %,.0f entries/s; heap at most %d MB%n",
                        report.entries(),
                        report.isWhole(),
                        seconds,
                        report.entries() / seconds,
                        hashed[0] / 1e9,
                        report.entries() / (hashed[0] / 1e9),
                        Runtime.getRuntime().maxMemory() >> 20);
            }
        }
    }

    private static WholeCheck.Report check(RecordDatabase record, ChainCheck.Visitor visitor) throws Exception {
        try (Connection connection = record.source().getConnection()) {
            return new WholeCheck(connection, SigningKeys.in(record.data()), Clock.systemUTC())
                    .check(null, List.of(), visitor);
        }
    }

    private static void threads(Path folder) throws Exception {
        try (RecordDatabase record = RecordDatabase.h2File(folder)) {
            threads("H2 file", pool(record.source()));
        }
        try (RecordDatabase record = RecordDatabase.postgres(folder)) {
            threads("PostgreSQL", pool(record.source()));
        }
    }

    private static HikariDataSource pool(DataSource source) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(source);
        pool.setMaximumPoolSize(16);
        return pool;
    }

    private static void threads(String name, HikariDataSource pool) throws Exception {
        RecordWriter writer = new RecordWriter(new JdbcTemplate(pool));
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        AtomicInteger next = new AtomicInteger();
        for (int round = 0; round < 3; round++) {
            for (int threads : new int[] {1, 16}) {
                ExecutorService crowd = Executors.newFixedThreadPool(threads);
                long began = System.nanoTime();
                for (int thread = 0; thread < threads; thread++) {
                    String subject = "420600-2027-%04d".formatted(next.incrementAndGet());
                    crowd.submit(() -> {
                        for (int act = 0; act < ACTS / threads; act++) {
                            NewEntry entry = RecordDatabase.act(subject, act);
                            transaction.executeWithoutResult(status -> writer.append(List.of(entry)));
                        }
                    });
                }
                crowd.shutdown();
                if (!crowd.awaitTermination(10, TimeUnit.MINUTES)) {
                    throw new AssertionError("The acts do not come to their end");
                }
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf("threads, %s: %2d threads, %,.0f acts/s%n", name, threads, ACTS / seconds);
            }
        }
        pool.close();
    }

    private static void cost(Path folder) throws Exception {
        cost("H2 file", "--fairreview.data=" + folder.resolve("h2"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            cost(
                    "PostgreSQL",
                    "--fairreview.data=" + folder.resolve("pg"),
                    "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres");
        }
    }

    private static void cost(String name, String... settings) {
        Switch off = new Switch();
        List<String> arguments = new ArrayList<>(Arrays.asList(settings));
        arguments.add("--server.port=0");
        ConfigurableApplicationContext product = StoppableProduct.product()
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "switch", BeanPostProcessor.class, () -> off.in((GenericApplicationContext) context)))
                .run(arguments.toArray(String[]::new));
        try {
            JointReview people = product.getBean(JointReview.class);
            for (int warm = 0; warm < 6; warm++) {
                review(people);
            }
            long[][] sums = new long[2][2];
            for (int round = 0; round < ROUNDS * 2; round++) {
                off.on = round % 2 == 1;
                long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long wall = System.nanoTime();
                review(people);
                sums[round % 2][0] += System.nanoTime() - wall;
                sums[round % 2][1] += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            }
            System.out.printf(
                    "cost, %s, %d reviews each: with the record %.0f ms wall, %.0f ms CPU; without %.0f ms wall, %.0f ms CPU; %.2f and %.2f times%n",
                    name,
                    ROUNDS,
                    sums[0][0] / 1e6 / ROUNDS,
                    sums[0][1] / 1e6 / ROUNDS,
                    sums[1][0] / 1e6 / ROUNDS,
                    sums[1][1] / 1e6 / ROUNDS,
                    (double) sums[0][0] / sums[1][0],
                    (double) sums[0][1] / sums[1][1]);
        } finally {
            off.on = false;
            StoppableProduct.close(product);
        }
    }

    private static void review(JointReview people) {
        String number = people.inSigning();
        people.toDelivery(number);
    }

    /** Takes the record out of the product while it is on; only a measurement may do that. */
    private static final class Switch {

        private volatile boolean on;

        BeanPostProcessor in(GenericApplicationContext context) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof RecordWriter) {
                        return new RecordWriter(context.getBean(JdbcTemplate.class)) {
                            @Override
                            void append(List<NewEntry> entries) {
                                if (!on) {
                                    super.append(entries);
                                }
                            }
                        };
                    }
                    if (bean instanceof Recording) {
                        NewEntry nothing = RecordDatabase.act("nothing", 0);
                        return new Recording(
                                context.getBean(ActingPersons.class),
                                context.getBean(Logins.class),
                                context.getBean(ObjectMapper.class),
                                context.getBean(Clock.class)) {
                            @Override
                            NewEntry entry(AuditableEvent event) {
                                return on ? nothing : super.entry(event);
                            }
                        };
                    }
                    return bean;
                }
            };
        }
    }
}
