package org.fairreview.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.fairreview.backup.Restoring;
import org.fairreview.identity.StartRefused;
import org.fairreview.kit.Answer;
import org.fairreview.kit.ProductProcess;
import org.fairreview.kit.Visitor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demo starts from a saved year: what is kept as a resource is what this version starts from, and no secret of it is used. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SavedYearTests {

    private static final String SAVED = "demo/year-2023.zip";
    private static final String PASSWORD = "Andere-Tuer-2026";
    private static final String PUBLISHED = "Xiangyang#2026";
    /** Where a second demo would leave its rows. */
    private static final List<String> TABLES = List.of(
            "review_case",
            "measure",
            "letter",
            "complaint",
            "campaign",
            "legacy_case",
            "monitoring_point",
            "spot_check",
            "procedure_case",
            "closed_line",
            "ACT_ID_USER",
            "ACT_RE_PROCDEF",
            "ACT_RU_TASK");

    private static final String DEMO = "--spring.profiles.active=demo";

    /** The folder of all starts, and beside it what is tried for itself. */
    @TempDir
    static Path folder;

    private static Path data() {
        return folder.resolve("demo");
    }

    @Test
    @Order(1)
    void an_empty_folder_comes_up_with_the_past_year_and_with_cases_of_today() {
        try (ProductProcess product = ProductProcess.start(
                        data(), Map.of("FAIRREVIEW_INITIAL_PASSWORD", PASSWORD), DEMO)
                .awaitHealthy()) {
            assertThat(product.visitor().logIn("sunqian", PUBLISHED).location())
                    .as("the password that was set counts, not the published one")
                    .contains("error");
            Visitor office = login(product, "wuoffice", PASSWORD);

            assertThat(page(office, "/")).contains("演示环境");
            assertThat(page(office, "/figures?year=2023")).contains("审查新增政策措施26件", "符合公平竞争审查标准18");
            assertThat(page(office, "/figures/reviewed?year=2023")).contains("420600-2023-");
            assertThat(page(office, "/figures/closings")).contains("2023年", "2024年1月17日");
            assertThat(page(office, "/cleanup"))
                    .contains(
                            "2023年妨碍统一市场和公平竞争的政策措施清理",
                            "%d年妨碍统一市场和公平竞争的政策措施清理".formatted(LocalDate.now().getYear()));
            assertThat(page(office, "/cases")).contains("襄阳市夜间经济示范街区建设工作方案");
            login(product, "admin", PUBLISHED);
            product.stop();
        }
        assertThat(data().resolve("accounts.part")).doesNotExist();
        assertThat(data().resolve("year.part")).doesNotExist();
    }

    @Test
    @Order(2)
    void nothing_of_the_past_year_wakes_up() {
        JdbcClient database = database(data());

        assertThat(count(database, "notice where kind in ('OVERDUE', 'ESCALATION', 'REMINDER') and raised_at > ?"))
                .isZero();
        assertThat(count(database, "outbox where created_at > ?")).isZero();
        assertThat(database.sql("select count(*) from measure_in_force where state = 'IN_FORCE'"
                                + " and next_evaluation_on <= ?")
                        .param(LocalDate.now())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from ACT_RU_TASK where CREATE_TIME_ < DATE '2024-02-01'")
                        .query(Long.class)
                        .single())
                .as("tasks of the past year")
                .isZero();
    }

    @Test
    @Order(3)
    void what_was_saved_is_of_the_newest_schema_whole_and_has_the_figures_of_its_scenario() throws IOException {
        assertThat(schema()).isEqualTo(newestMigration());
        assertThat(run("replay", "--check", "--scenario", "demo"))
                .startsWith("0 ")
                .contains("0 项不符");
        assertThat(run("verify-audit")).startsWith("0 ");
    }

    @Test
    @Order(4)
    void no_secret_of_the_saved_year_is_in_use() throws Exception {
        Path saved = folder.resolve("saved");
        restore(saved);

        assertThat(files(saved.resolve("keys")))
                .as("no key that signs is handed out")
                .containsExactly("reporter.key");
        for (String secret : List.of("db.secret", "keys/reporter.key")) {
            assertThat(Files.readString(data().resolve(secret))).isNotEqualTo(Files.readString(saved.resolve(secret)));
        }
        assertThat(hashes(data())).doesNotContainAnyElementsOf(hashes(saved));
        assertThat(text(SAVED)).doesNotContain(PUBLISHED);
    }

    @Test
    @Order(5)
    void the_next_start_keeps_what_was_done_and_takes_nothing_up_again() {
        Map<String, Long> before = contents();
        try (ProductProcess product =
                ProductProcess.start(data(), Map.of(), DEMO).awaitHealthy()) {
            login(product, "zhaolei", PASSWORD);
            assertThat(product.output()).doesNotContain("正在装入");
            product.stop();
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_start_that_was_killed_while_the_year_was_taken_up_is_begun_again() throws IOException {
        Path data = Files.createDirectories(folder.resolve("killed"));
        Files.createDirectories(data.resolve("year.part/blobs"));
        Files.createDirectories(data.resolve("keys"));

        takeUp(data, Map.of());

        assertThat(data.resolve("db/fairreview.mv.db")).exists();
        assertThat(data.resolve("year.part")).doesNotExist();
        assertThat(count(database(data), "review_case where submitted_at < ?")).isEqualTo(28);
        assertThatExceptionOfType(StartRefused.class)
                .as("a folder of the demo is not opened for real work")
                .isThrownBy(() -> takeUp(data, Map.of("profile", "production")));
    }

    @Test
    void a_folder_that_holds_anything_another_database_and_another_profile_get_no_saved_year() throws IOException {
        Path used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve("organisation.yaml"), "regions: []");
        takeUp(used, Map.of());
        assertThat(files(used)).containsExactly("organisation.yaml");

        takeUp(folder.resolve("elsewhere"), Map.of("spring.datasource.url", "jdbc:postgresql://db/fair"));
        takeUp(folder.resolve("real"), Map.of("profile", "production"));
        takeUp(folder.resolve("without"), Map.of("FAIRREVIEW_ADMIN_PASSWORD", ""));
        assertThat(files(folder)).doesNotContain("elsewhere", "real", "without");
    }

    private static void takeUp(Path data, Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(String.valueOf(settings.getOrDefault("profile", "demo")));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "demo", Map.of("FAIRREVIEW_DATA", data.toString(), "FAIRREVIEW_ADMIN_PASSWORD", PASSWORD)));
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new SavedYear().postProcessEnvironment(environment, new SpringApplication());
    }

    private static Visitor login(ProductProcess product, String userId, String password) {
        Visitor visitor = product.visitor();
        assertThat(visitor.logIn(userId, password).location()).doesNotContain("error");
        return visitor;
    }

    private static String page(Visitor visitor, String path) {
        Answer answer = visitor.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String run(String... arguments) {
        try (ProductProcess command = ProductProcess.start(data(), Map.of(), arguments)) {
            return command.exitCode() + " " + command.output();
        }
    }

    private static JdbcClient database(Path data) {
        try {
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:h2:file:" + data.resolve("db/fairreview"),
                    "fairreview",
                    Files.readString(data.resolve("db.secret")).strip()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(JdbcClient database, String rowsSinceTheYear) {
        return database.sql("select count(*) from " + rowsSinceTheYear)
                .param(LocalDate.of(2024, 2, 1))
                .query(Long.class)
                .single();
    }

    private static int schema() {
        return database(data())
                .sql("select max(cast(\"version\" as integer)) from \"flyway_schema_history\" where \"success\"")
                .query(Integer.class)
                .single();
    }

    private static int newestMigration() throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:db/**/V*.sql"))
                .map(script -> String.valueOf(script.getFilename()))
                .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                .max()
                .orElseThrow();
    }

    /** All but the break-glass account's, whose password nobody knew nor will. */
    private static List<String> hashes(Path data) {
        return database(data)
                .sql("select distinct PWD_ from ACT_ID_USER where ID_ <> 'sealed'")
                .query(String.class)
                .list();
    }

    private static Map<String, Long> contents() {
        JdbcClient database = database(data());
        return TABLES.stream()
                .collect(Collectors.toMap(table -> table, table -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    private static void restore(Path into) throws IOException {
        Path copy = folder.resolve("saved.zip");
        try (InputStream in = new ClassPathResource(SAVED).getInputStream()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        new Restoring(into).from(copy);
    }

    /** Whatever of a zip can be read as text. */
    private static String text(String resource) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(new ClassPathResource(resource).getFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
