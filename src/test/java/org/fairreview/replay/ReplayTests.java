package org.fairreview.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.Application;
import org.fairreview.kit.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A tenth of 2023, replayed by the product in a process of its own, as an office would. */
class ReplayTests {

    /** Laws that came after the year, and how their articles are named. */
    private static final String LATER =
            "(?s).*(《公平竞争审查条例|审查条例实施办法|国务院令第783号|总局令第99号|(?<![\\u4e00-\\u9fa5])(条例|办法)第[一二三四五六七八九十]+条).*";

    private static final String ENGINE = "org.camunda";

    private record Run(int exitCode, String output) {}

    @TempDir
    Path data;

    @Test
    void a_tenth_of_the_year_gives_exactly_the_figures_of_its_scenario_and_no_law_that_came_later() throws Exception {
        Path paragraphs = data.resolveSibling(data.getFileName() + ".txt");
        Path saved = data.resolveSibling(data.getFileName() + ".zip");

        Run replay = replay("--scenario", "tenth", "--paragraphs", paragraphs.toString(), "--save", saved.toString());

        assertThat(replay.exitCode()).as(replay.output()).isZero();
        assertThat(replay.output())
                .contains("100%", "相符 reviewed 应为 7，实为 7", "相符 dissent 应为 1，实为 1", "0 项不符")
                .doesNotContain("不符 ");
        assertThat(Files.readString(paragraphs)).contains("清理", "走访", "函件");
        assertThat(documents()).hasSizeGreaterThan(20).allSatisfy(text -> assertThat(text)
                .doesNotMatch(LATER));
        assertThat(documents())
                .as("the form of 2021 answers for its eighteen standards")
                .anySatisfy(text -> assertThat(text).contains("公平竞争审查表", "《公平竞争审查制度实施细则》", "细则第十三条第一项", "细则第十六条第四项"));

        goesTheSameWaysInABareEngine();

        try (ZipFile backup = new ZipFile(saved.toFile())) {
            assertThat(backup.stream().map(ZipEntry::getName))
                    .as("what is saved is a backup, without the keys that sign")
                    .contains("db/fairreview.mv.db", "manifest.sha256")
                    .noneMatch(name -> name.startsWith("keys/audit-") || name.equals("keys/current"));
        }
        Path another = data.resolveSibling(data.getFileName() + "-another");
        assertThat(replay(Map.of("FAIRREVIEW_DATA", another.toString()), "--save", saved.toString())
                        .exitCode())
                .as("nothing is replayed that would be saved over another file")
                .isEqualTo(2);
        assertThat(another).doesNotExist();
        assertThat(replay("--scenario", "tenth").exitCode())
                .as("nothing is replayed into a folder that is not empty")
                .isEqualTo(2);
        assertThat(intoAnotherDatabase().exitCode())
                .as("nor into a database that is not the folder's own")
                .isEqualTo(2);
        assertThat(replay("--check", "--scenario", "tenth").exitCode()).isZero();
        assertThat(replay("--check", "--scenario", "tenth", "--paragraphs", paragraphs.toString())
                        .exitCode())
                .as("a check writes nothing")
                .isEqualTo(2);
        try (Connection database = database()) {
            assertThat(replay("--check", "--scenario", "tenth").exitCode())
                    .as("a ledger in use is no ledger that differs")
                    .isEqualTo(3);
        }

        removeACase();

        Run check = replay("--check", "--scenario", "tenth");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.output()).contains("不符 received 应为 8，实为 7");
    }

    /** As an office has its database set, in the variables of the machine. */
    private Run intoAnotherDatabase() throws IOException, InterruptedException {
        Path office = data.resolveSibling(data.getFileName() + "-office");
        Run run = replay(
                Map.of(
                        "FAIRREVIEW_DATA",
                        data.resolveSibling(data.getFileName() + "-empty").toString(),
                        "SPRING_DATASOURCE_URL",
                        "jdbc:h2:file:" + office),
                "--scenario",
                "tenth");
        assertThat(office.resolveSibling(office.getFileName() + ".mv.db")).doesNotExist();
        return run;
    }

    private Run replay(String... arguments) throws IOException, InterruptedException {
        return replay(Map.of("FAIRREVIEW_DATA", data.toString()), arguments);
    }

    private static Run replay(Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:MetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmn200m",
                "-cp",
                ProductProcess.classPath(),
                Application.class.getName(),
                "replay"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FAIRREVIEW"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Connection database() throws IOException, SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("db/fairreview"), "fairreview", password());
    }

    /** The engine against which BareEngineBench measures: without our code, with the models as they are. */
    private void goesTheSameWaysInABareEngine() throws IOException {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        logging.setLogLevel(ENGINE, LogLevel.ERROR);
        BareModels models = new BareModels();
        DriverManagerDataSource product =
                new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("db/fairreview"), "fairreview", password());
        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl("jdbc:h2:mem:bare");
            try (BareYear bare = new BareYear(database, models)) {
                bare.carry(RecordedYear.read(product, models));

                assertThat(bare.missed()).isEmpty();
                assertThat(RecordedYear.passes(database))
                        .hasSizeGreaterThan(100)
                        .isEqualTo(RecordedYear.passes(product));
            }
        } finally {
            logging.setLogLevel(ENGINE, null);
        }
    }

    private String password() throws IOException {
        return Files.readString(data.resolve("db.secret")).strip();
    }

    private void removeACase() throws IOException, SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            statement.execute("set referential_integrity false");
            assertThat(statement.executeUpdate(
                            "delete from review_case where number = (select min(number) from review_case)"))
                    .isEqualTo(1);
        }
    }

    /** The texts of all Word files of the year, those that people wrote and those that the product made. */
    private List<String> documents() throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.walk(data.resolve("blobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isWord(file)) {
                    try (InputStream in = Files.newInputStream(file);
                            XWPFDocument document = new XWPFDocument(in);
                            XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
                        texts.add(extractor.getText());
                    }
                }
            }
        }
        return texts;
    }

    private static boolean isWord(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return true;
                }
            }
        }
        return false;
    }
}
