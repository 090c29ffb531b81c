package org.fairreview.backup;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * The commands beside the product itself: {@code backup --to FILE.zip}, {@code restore FILE.zip} and
 * {@code move-to-postgres --url jdbc:postgresql://… --user …}.
 *
 * <p>They work on the data folder that {@code FAIRREVIEW_DATA} names. Exit codes: 0 done, 1 refused, 2 wrong use.
 */
public final class Commands {

    private static final String USAGE =
            """
            用法 Usage:
              java -jar fair-competition-review.jar                       启动 start
              java -jar fair-competition-review.jar backup --to FILE.zip  备份 back up (运行中或者停止后均可)
              java -jar fair-competition-review.jar restore FILE.zip      恢复到空的数据目录 restore into an empty data folder
              java -jar fair-competition-review.jar move-to-postgres --url jdbc:postgresql://HOST:5432/DB --user USER
                                                                          从 H2 迁移到空的 PostgreSQL（先停止） move to an empty PostgreSQL (stop first)
              java -jar fair-competition-review.jar screen INPUT… --out FILE   筛查文件 screen files
              java -jar fair-competition-review.jar screen-eval CLAUSES.jsonl  评测规则 measure the rules
              java -jar fair-competition-review.jar draw --population FILE --seed SEED --size N
                                                                          重做一次抽取 repeat a draw (docs/draw.md)
              java -jar fair-competition-review.jar replay --scenario 2023
                                                                          在空的数据目录中重演一年 replay a year (docs/replay.md)
              java -jar fair-competition-review.jar verify-audit               核验记录；另有 checkpoint-audit、export-audit、verify-export、rotate-audit-key
                                                                          verify the record; see docs/audit for the others
            move-to-postgres 的数据库口令由环境变量 FAIRREVIEW_POSTGRES_PASSWORD 给出。 It holds the database password.
            数据目录由环境变量 FAIRREVIEW_DATA 指定，默认 ./data。 FAIRREVIEW_DATA names the data folder.""";

    private static final String PASSWORD = "FAIRREVIEW_POSTGRES_PASSWORD";

    private final Path data;
    private final Clock clock;
    private final String password;

    Commands(Path data, Clock clock) {
        this(data, clock, "");
    }

    /** Commands with the password of the database that rows are moved to. */
    Commands(Path data, Clock clock, String password) {
        this.data = data.toAbsolutePath().normalize();
        this.clock = clock;
        this.password = password;
    }

    /** Whether a command is asked for, and not the product itself; settings begin with two dashes. */
    public static boolean isAsked(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("--");
    }

    /** Does what is asked, says how it went, and gives back the exit code. */
    public static int run(Clock clock, String... arguments) {
        String folder = System.getenv().getOrDefault("FAIRREVIEW_DATA", "./data");
        silenceLogs();
        Answer answer =
                new Commands(Path.of(folder), clock, System.getenv().getOrDefault(PASSWORD, "")).answer(arguments);
        Console console = System.console();
        FileDescriptor to = answer.exitCode() == Answer.DONE ? FileDescriptor.out : FileDescriptor.err;
        new PrintStream(new FileOutputStream(to), true, console == null ? StandardCharsets.UTF_8 : console.charset())
                .println(answer.sentence());
        return answer.exitCode();
    }

    /** What a person reads at the prompt is the one answer; no product that would set its logs is started. */
    private static void silenceLogs() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    Answer answer(String... arguments) {
        try {
            if (arguments.length == 3 && arguments[0].equals("backup") && arguments[1].equals("--to")) {
                return backup(Path.of(arguments[2]).toAbsolutePath().normalize());
            }
            if (arguments.length == 2 && arguments[0].equals("restore")) {
                new Restoring(data).from(Path.of(arguments[1]).toAbsolutePath().normalize());
                return Answer.done("已恢复到 %s，现在可以启动。 Restored; the product can be started now.".formatted(data));
            }
            if (arguments.length == 5
                    && arguments[0].equals("move-to-postgres")
                    && arguments[1].equals("--url")
                    && arguments[3].equals("--user")) {
                return moveToPostgres(arguments[2], arguments[4]);
            }
        } catch (InvalidPathException e) {
            return Answer.refused("文件名不正确：%s。 Not a file name.".formatted(e.getInput()));
        } catch (BackupRefused refused) {
            return Answer.refused(String.valueOf(refused.getMessage()));
        }
        return new Answer(Answer.WRONG_USE, USAGE);
    }

    private Answer moveToPostgres(String url, String user) {
        if (password.isEmpty()) {
            throw new BackupRefused(
                    "请用环境变量 %s 给出数据库口令。 %s must hold the password of the database.".formatted(PASSWORD, PASSWORD));
        }
        MovingToPostgres.Moved moved = new MovingToPostgres(data).to(url, user, password);
        return Answer.done(
                """
                已迁移 %d 张表、%d 行，逐表核对一致。 Moved %d tables with %d rows; each was read back and compared.
                今后启动时设置 Start from now on with:
                  SPRING_DATASOURCE_URL=%s
                  SPRING_DATASOURCE_USERNAME=%s
                  SPRING_DATASOURCE_PASSWORD=（与 %s 相同 the same as %s）
                数据目录 %s 仍要保留（文件和密钥）；其中的 db 目录不再使用，核对无误后可以移走。
                The data folder stays (files and keys); its folder db is no longer used."""
                        .formatted(
                                moved.tables(),
                                moved.rows(),
                                moved.tables(),
                                moved.rows(),
                                url,
                                user,
                                PASSWORD,
                                PASSWORD,
                                data));
    }

    private Answer backup(Path target) {
        if (!Files.isDirectory(data)) {
            throw new BackupRefused(
                    "没有数据目录 %s，请检查环境变量 FAIRREVIEW_DATA。 There is no data folder; see FAIRREVIEW_DATA.".formatted(data));
        }
        try {
            Optional<ControlFile> control = ControlFile.read(data);
            if (control.isPresent()) {
                return ask(control.get(), target);
            }
        } catch (ConnectException e) {
            // left behind by a product that was killed
        } catch (IOException e) {
            throw new BackupRefused(
                    "运行中的产品没有应答（%s），请用运行产品的系统账号执行。 The running product did not answer; use the account that runs it."
                            .formatted(e.getMessage()));
        }
        return backUpStopped(target);
    }

    private static Answer ask(ControlFile control, Path target) throws IOException {
        try (Socket product = new Socket(InetAddress.getLoopbackAddress(), control.port())) {
            product.getOutputStream()
                    .write((control.token() + "\nbackup\n" + target + "\n").getBytes(StandardCharsets.UTF_8));
            product.getOutputStream().flush();
            String line = new BufferedReader(new InputStreamReader(product.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line == null || !line.matches("\\d .*")) {
                throw new ConnectException("Another program listens at port " + control.port());
            }
            return new Answer(line.charAt(0) - '0', line.substring(2));
        }
    }

    /** The product does not run: its database is opened here, which keeps it from being started meanwhile. */
    private Answer backUpStopped(Path target) {
        BackupFile backup = new BackupFile(data, clock);
        if (!Files.exists(data.resolve(DatabaseCopy.DATABASE_FILE))) {
            backup.write(target, Optional.empty());
            return Answer.made(target, false);
        }
        try (Connection database = DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve(DatabaseCopy.DATABASE) + ";WRITE_DELAY=0",
                "fairreview",
                Files.readString(data.resolve("db.secret")).strip())) {
            backup.write(target, Optional.of(DatabaseCopy.of(database)));
            return Answer.made(target, true);
        } catch (SQLException | IOException e) {
            throw new BackupRefused("数据库正在使用或者无法打开，请在产品启动完成后再备份。 "
                    + "The database is in use or cannot be opened; back up when the product has started.");
        }
    }
}
