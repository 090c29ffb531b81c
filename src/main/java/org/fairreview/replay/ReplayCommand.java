package org.fairreview.replay;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fairreview.backup.BackupRefused;
import org.fairreview.backup.Backups;
import org.fairreview.identity.StartRefused;
import org.fairreview.replay.ScenarioFile.Unusable;
import org.fairreview.replay.process.ReplayClock;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.YearParagraphs;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * The command {@code replay --scenario NAME|FILE [--paragraphs FILE] [--save FILE] [--check]}. It works on the data folder that
 * {@code FAIRREVIEW_DATA} names. Exit codes: 0 all figures are as expected, 1 one differs, 2 wrong use, 3 the replay or the comparison
 * did not come to its end.
 */
public final class ReplayCommand {

    private static final int DONE = 0;
    private static final int DIFFERS = 1;
    private static final int WRONG_USE = 2;
    private static final int STOPPED = 3;
    private static final String DEFAULT = "2023";
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final String USAGE =
            """
            用法 Usage:
              java -jar fair-competition-review.jar replay [--scenario 2023|FILE] [--paragraphs FILE] [--save FILE.zip]
                  在空的数据目录中重演一年并核对数字 replay a year into an empty data folder, and compare the figures
              java -jar fair-competition-review.jar replay --check [--scenario 2023|FILE]
                  只核对已有的数据目录 only compare the figures of a data folder
            数据目录由环境变量 FAIRREVIEW_DATA 指定，默认 ./data。 FAIRREVIEW_DATA names the data folder.""";

    private final ReplayClock clock;
    private final Class<?> product;
    private final PrintStream out;
    private final boolean terminal;

    private String scenarioName = DEFAULT;
    private String paragraphs = "";
    private String saved = "";
    private boolean check;

    private static final class Elsewhere extends RuntimeException {

        private static final long serialVersionUID = 1;

        Elsewhere(String message) {
            super(message);
        }
    }

    private ReplayCommand(ReplayClock clock, Class<?> product, PrintStream out, boolean terminal) {
        this.clock = clock;
        this.product = product;
        this.out = out;
        this.terminal = terminal;
    }

    public static boolean isAsked(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("replay");
    }

    /**
     * Does what is asked, says how it went, and gives back the exit code.
     *
     * @param product the application that is started, without its web server
     */
    public static int run(Clock machine, Class<?> product, String... arguments) {
        Console console = System.console();
        boolean terminal = console != null;
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
        return new ReplayCommand(new ReplayClock(machine), product, out, terminal).answer(arguments);
    }

    private int answer(String... arguments) {
        if (!understood(arguments)) {
            out.println(USAGE);
            return WRONG_USE;
        }
        try {
            Scenario scenario = ScenarioFile.read(scenarioName);
            return check ? check(scenario) : replay(scenario);
        } catch (Unusable unusable) {
            out.println(unusable.getMessage());
            return WRONG_USE;
        } catch (Elsewhere elsewhere) {
            out.println(elsewhere.getMessage());
            return WRONG_USE;
        } catch (ReplayFailed failed) {
            out.println();
            out.println("重演中断 The replay stopped: " + failed.getMessage());
            if (failed.getCause() != null) {
                failed.getCause().printStackTrace(out);
            }
            return STOPPED;
        } catch (StartRefused | BackupRefused refused) {
            out.println(refused.getMessage());
            return STOPPED;
        } catch (IOException e) {
            out.println("文件无法读取或者写入：%s A file cannot be read or written.".formatted(e.getMessage()));
            return STOPPED;
        }
    }

    private boolean understood(String... arguments) {
        for (int place = 1; place < arguments.length; place++) {
            boolean more = place + 1 < arguments.length;
            switch (arguments[place]) {
                case "--check" -> check = true;
                case "--scenario" -> {
                    if (!more) {
                        return false;
                    }
                    scenarioName = arguments[++place];
                }
                case "--paragraphs" -> {
                    if (!more) {
                        return false;
                    }
                    paragraphs = arguments[++place];
                }
                case "--save" -> {
                    if (!more) {
                        return false;
                    }
                    saved = arguments[++place];
                }
                default -> {
                    return false;
                }
            }
        }
        return !check || (paragraphs.isEmpty() && saved.isEmpty());
    }

    private static Path data() {
        return Path.of(System.getenv().getOrDefault("FAIRREVIEW_DATA", "./data"))
                .toAbsolutePath()
                .normalize();
    }

    private int replay(Scenario scenario) throws IOException {
        if (Files.isDirectory(data()) && !isEmpty(data())) {
            out.println("数据目录 %s 不是空的，重演只在空的数据目录中进行。 The data folder is not empty.".formatted(data()));
            return WRONG_USE;
        }
        if (!saved.isEmpty() && !canBeSaved(savedFile())) {
            out.println("不能保存到 %s：文件已经存在，或者目录不存在，或者在数据目录里。 Nothing can be saved there.".formatted(savedFile()));
            return WRONG_USE;
        }
        long start = System.nanoTime();
        clock.moveTo(scenario.firstDay().atTime(MORNING).atZone(clock.getZone()).toInstant());
        try (ConfigurableApplicationContext context = start()) {
            YearRun year = context.getBean(YearRun.class);
            if (!year.isFresh()) {
                out.println("数据库不是空的，重演只在空的数据库中进行。 The database is not empty.");
                return WRONG_USE;
            }
            long started = System.nanoTime();
            year.run(scenario, new Progress(out, terminal));
            out.printf(
                    "启动 %d 秒，重演 %d 秒。 Start %1$d s, replay %2$d s.%n",
                    seconds(start, started), seconds(started, System.nanoTime()));
            int answer = compare(context, scenario);
            if (answer == DONE && !saved.isEmpty()) {
                forgetSigningKeys();
                context.getBean(Backups.class).make(savedFile());
                out.println("已保存到 %s。 The result is saved.".formatted(savedFile()));
            }
            return answer;
        }
    }

    /** Nothing was signed with them yet; a key that strangers have must never sign anything. */
    private static void forgetSigningKeys() throws IOException {
        try (var keys = Files.list(data().resolve("keys"))) {
            for (Path key : keys.toList()) {
                String name = String.valueOf(key.getFileName());
                if (name.startsWith("audit-") || name.equals("current")) {
                    Files.delete(key);
                }
            }
        }
    }

    private Path savedFile() {
        return Path.of(saved).toAbsolutePath().normalize();
    }

    private static boolean canBeSaved(Path file) {
        return !Files.exists(file) && Files.isDirectory(file.getParent()) && !file.startsWith(data());
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static long seconds(long from, long until) {
        return (until - from) / 1_000_000_000;
    }

    private int check(Scenario scenario) throws IOException {
        if (!Files.isDirectory(data())) {
            out.println("没有数据目录 %s。 There is no data folder.".formatted(data()));
            return WRONG_USE;
        }
        try (LedgerOnly ledger = new LedgerOnly(data(), clock)) {
            return ledger.comparing().compare(scenario, out) == 0 ? DONE : DIFFERS;
        } catch (SQLException e) {
            out.println("数据库在使用中或者无法打开：%s The database is in use or cannot be opened.".formatted(e.getMessage()));
            return STOPPED;
        }
    }

    private ConfigurableApplicationContext start() {
        SpringApplication application = new SpringApplication(product);
        application.setAdditionalProfiles("replay");
        // a replay that is killed is begun again: nothing of it need be on disk at each commit
        application.setDefaultProperties(
                Map.of("spring.datasource.hikari.connection-init-sql", "set write_delay 1000"));
        application.setRegisterShutdownHook(false);
        application.addInitializers((GenericApplicationContext context) -> {
            refuseAnythingElse(context.getEnvironment());
            context.registerBean("replayClock", ReplayClock.class, () -> clock, bean -> bean.setPrimary(true));
        });
        // given here, no variable and no file beside the jar can say otherwise
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=replay",
                "--server.port=-1",
                "--fairreview.data=" + data(),
                "--fairreview.organisation=classpath:replay/organisation.yaml",
                "--fairreview.notification.worker=false",
                "--camunda.bpm.job-execution.enabled=false"));
        if (!saved.isEmpty()) {
            String nobodys = nobodysPassword();
            settings.add("--fairreview.initial-password=" + nobodys);
            settings.add("--FAIRREVIEW_ADMIN_PASSWORD=" + nobodys);
        }
        return application.run(settings.toArray(String[]::new));
    }

    /** What is saved goes to strangers: nobody knows the password with which its accounts were opened, and its rules are kept. */
    private static String nobodysPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return "Aa1#" + HexFormat.of().formatHex(random);
    }

    /** Before anything is opened: a replay touches no database but the one in its own empty folder. */
    private static void refuseAnythingElse(Environment environment) {
        String url = String.valueOf(environment.getProperty("spring.datasource.url"));
        if (!url.startsWith("jdbc:h2:file:" + data())) {
            throw new Elsewhere(
                    "重演只在数据目录 %s 自己的数据库中进行，请去掉数据库地址设置（%s）。 A replay works in the database of its own data folder only."
                            .formatted(data(), url));
        }
    }

    private int compare(ConfigurableApplicationContext context, Scenario scenario) throws IOException {
        Comparing comparing = context.getBean(Comparing.class);
        int differences = comparing.compare(scenario, out);
        List<String> written = context.getBean(YearParagraphs.class)
                .paragraphs(context.getBean(Counting.class), comparing.year(scenario));
        written.forEach(out::println);
        if (!paragraphs.isEmpty()) {
            Files.write(Path.of(paragraphs), written, StandardCharsets.UTF_8);
            out.println("段落已写入 %s。 The paragraphs are written.".formatted(paragraphs));
        }
        return differences == 0 ? DONE : DIFFERS;
    }
}
