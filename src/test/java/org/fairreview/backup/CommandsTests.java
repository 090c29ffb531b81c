package org.fairreview.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on a data folder whose product does not run. */
class CommandsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder;

    private Path data;
    private Path backup;
    private Path fresh;

    @BeforeEach
    void dataFolder() throws Exception {
        data = folder.resolve("data");
        backup = folder.resolve("备份 一.zip");
        fresh = folder.resolve("fresh/data");
        Files.createDirectories(data.resolve("blobs/ab"));
        Files.createDirectories(data.resolve("db"));
        Files.writeString(data.resolve("blobs/ab/abcd"), "bytes");
        Files.writeString(data.resolve("blobs/half.part"), "half");
        Files.writeString(data.resolve("organisation.yaml"), "单位");
        Files.writeString(data.resolve("db.secret"), "secret\n");
        try (Connection database = database(data)) {
            database.createStatement().execute("create table act (id int primary key)");
            database.createStatement().execute("create table word (id int primary key)");
            database.createStatement().execute("insert into act values (7)");
        }
    }

    @Test
    void a_backup_is_restored_into_an_empty_folder() throws Exception {
        Files.writeString(data.resolve("control.token"), "1 killed\n");
        assertThat(answer(data, "backup", "--to", backup.toString()))
                .isEqualTo(Answer.done("已备份到 %s。 Backed up.".formatted(backup)));

        Files.createDirectories(fresh);
        assertThat(answer(fresh, "restore", backup.toString()).exitCode()).isZero();

        assertThat(fresh.resolve("blobs/ab/abcd")).hasContent("bytes");
        assertThat(fresh.resolve("organisation.yaml")).hasContent("单位");
        assertThat(fresh.resolve("control.token")).doesNotExist();
        assertThat(fresh.resolve("blobs/half.part")).doesNotExist();
        assertThat(fresh.resolve("backup.properties")).doesNotExist();
        for (Path secret : new Path[] {fresh.resolve("db.secret"), backup}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        try (Connection restored = database(fresh);
                var rows = restored.createStatement().executeQuery("select id from act")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("data", "备份 一.zip", "fresh");
        }
    }

    /** 25 copies while rows are changed in pairs; H2's own {@code BACKUP TO} tore a pair in about one copy of four. */
    @Test
    void the_database_is_copied_as_of_one_moment_while_others_write() throws Exception {
        try (Connection database = database(data);
                Connection writing = database(data)) {
            for (String table : new String[] {"given", "taken"}) {
                database.createStatement().execute("create table " + table + " (id int primary key, amount bigint)");
                database.createStatement().execute("insert into " + table + " select x, 0 from system_range(0, 499)");
            }
            AtomicBoolean over = new AtomicBoolean();
            AtomicLong written = new AtomicLong();
            Thread writer = new Thread(() -> write(writing, over, written));
            writer.start();
            long before = 0;
            for (int round = 0; round < 25; round++) {
                Path file = folder.resolve(round + ".zip");
                Path restored = folder.resolve("restored" + round);
                new BackupFile(data, CLOCK).write(file, Optional.of(DatabaseCopy.of(database)));
                new Restoring(restored).from(file);
                try (Connection copy = database(restored);
                        var rows = copy.createStatement()
                                .executeQuery("select sum(amount), (select sum(amount) from taken) from given")) {
                    rows.next();
                    assertThat(rows.getLong(1)).isEqualTo(rows.getLong(2)).isGreaterThanOrEqualTo(before);
                    before = rows.getLong(1);
                }
            }
            over.set(true);
            writer.join();
            assertThat(before).as("copies of something written").isPositive();
        }
    }

    @Test
    void a_database_in_use_by_a_product_without_a_control_port_is_left_alone() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Holder.class.getName(),
                        url(data))
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("open");
            assertThat(answer(data, "backup", "--to", backup.toString()).sentence())
                    .startsWith("数据库正在使用或者无法打开");
            assertThat(backup).doesNotExist();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_folder_without_the_database_is_backed_up_with_the_word_to_use_pg_dump() throws IOException {
        Files.delete(data.resolve("db/fairreview.mv.db"));
        assertThat(answer(data, "backup", "--to", backup.toString()).sentence()).contains("请另用 pg_dump 备份");
        assertThat(answer(fresh, "restore", backup.toString()).exitCode()).isZero();
        assertThat(fresh.resolve("blobs/ab/abcd")).exists();
    }

    @Test
    void a_backup_does_not_go_into_the_data_folder_nor_over_another_file_nor_nowhere() throws IOException {
        assertRefused(
                "备份文件不能放在数据目录",
                answer(data, "backup", "--to", data.resolve("b.zip").toString()));
        assertRefused(
                "请先建立",
                answer(data, "backup", "--to", folder.resolve("no/b.zip").toString()));
        Files.writeString(backup, "earlier");
        assertRefused("已经存在", answer(data, "backup", "--to", backup.toString()));
        assertThat(backup).hasContent("earlier");
        assertRefused(
                "没有数据目录",
                answer(
                        folder.resolve("no"),
                        "backup",
                        "--to",
                        folder.resolve("x.zip").toString()));
    }

    @Test
    void a_folder_with_anything_in_it_is_not_restored_into() {
        answer(data, "backup", "--to", backup.toString());
        assertRefused("不是空的", answer(data, "restore", backup.toString()));
        assertRefused(
                "没有备份文件", answer(fresh, "restore", folder.resolve("none.zip").toString()));
        assertThat(fresh).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "missing", "added", "outside", "newer", "cut"})
    void a_backup_that_is_not_whole_restores_nothing(String how) throws IOException {
        answer(data, "backup", "--to", backup.toString());
        spoil(how);
        assertRefused(how.equals("newer") ? "更新的版本" : "不完整或者被改动过", answer(fresh, "restore", backup.toString()));
        assertThat(fresh).doesNotExist();
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"backup", "backup x.zip", "backup --to", "backup --to a b", "restore", "restore a b", "help"})
    void anything_else_gets_the_usage(String line) {
        assertThat(Commands.isAsked(line.split(" "))).isTrue();
        Answer answer = answer(data, line.split(" "));
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.sentence()).contains("backup --to FILE.zip").contains("restore FILE.zip");
    }

    @Test
    void settings_are_no_command() {
        assertThat(Commands.isAsked("--server.port=8081")).isFalse();
        assertThat(Commands.isAsked()).isFalse();
    }

    private void spoil(String how) throws IOException {
        if (how.equals("cut")) {
            byte[] bytes = Files.readAllBytes(backup);
            Files.write(backup, Arrays.copyOf(bytes, bytes.length - 100));
            return;
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        switch (how) {
            case "changed" -> entries.put("organisation.yaml", "别的".getBytes(StandardCharsets.UTF_8));
            case "missing" -> entries.remove("blobs/ab/abcd");
            case "added" -> entries.put("blobs/ab/ffff", new byte[1]);
            case "outside" -> list(entries, "../../evil", "evil");
            case "newer" -> {
                String manifest = new String(entries.get("manifest.sha256"), StandardCharsets.UTF_8);
                entries.put(
                        "manifest.sha256",
                        manifest.replaceAll("(?m)^.*backup.properties\n", "").getBytes(StandardCharsets.UTF_8));
                entries.remove("backup.properties");
                list(entries, "backup.properties", "format=2\n");
            }
            default -> throw new IllegalArgumentException(how);
        }
        try (OutputStream out = Files.newOutputStream(backup);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    /** An entry with its proper line in the manifest. */
    private static void list(Map<String, byte[]> entries, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var digesting = Durable.digesting(new ByteArrayInputStream(bytes));
        digesting.readAllBytes();
        String manifest = new String(entries.get("manifest.sha256"), StandardCharsets.UTF_8);
        entries.put(name, bytes);
        entries.put(
                "manifest.sha256",
                (manifest + Durable.hex(digesting) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Connection writing, AtomicBoolean over, AtomicLong written) {
        try (var giving = writing.prepareStatement("update given set amount = ? where id = ?");
                var taking = writing.prepareStatement("update taken set amount = ? where id = ?")) {
            writing.setAutoCommit(false);
            while (!over.get()) {
                long amount = written.incrementAndGet();
                for (var statement : new PreparedStatement[] {giving, taking}) {
                    statement.setLong(1, amount);
                    statement.setLong(2, amount % 500);
                    statement.execute();
                }
                writing.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefused(String sentence, Answer answer) {
        assertThat(answer.sentence()).contains(sentence);
        assertThat(answer.sentence().lines()).hasSize(1);
        assertThat(answer.exitCode()).isEqualTo(1);
    }

    private static Answer answer(Path data, String... arguments) {
        return new Commands(data, CLOCK).answer(arguments);
    }

    private static Connection database(Path data) throws SQLException {
        return DriverManager.getConnection(url(data), "fairreview", "secret");
    }

    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("db/fairreview");
    }

    /** Holds a database open in a JVM of its own. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Connection held = DriverManager.getConnection(arguments[0], "fairreview", "secret")) {
                System.out.println("open");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
