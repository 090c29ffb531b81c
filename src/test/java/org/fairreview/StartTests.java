package org.fairreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.kit.ProductProcess;
import org.fairreview.kit.Visitor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** How the product starts in an office: without a profile, on a data folder, in a JVM of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartTests {

    private static final String PASSWORD = "Erste-Tuer-2026";

    /** The same folder through all starts, as in an office. */
    @TempDir
    static Path office;

    @Test
    @Order(1)
    void the_first_start_without_an_administrators_password_is_refused() {
        try (ProductProcess product = ProductProcess.start(office, Map.of())) {
            assertRefused(product, "首次启动需要设置环境变量 FAIRREVIEW_ADMIN_PASSWORD");
        }
        assertThat(office).isEmptyDirectory();
    }

    @Test
    @Order(2)
    void with_the_password_it_starts_once_and_a_second_process_is_refused() throws Exception {
        try (ProductProcess product = ProductProcess.start(office, Map.of("FAIRREVIEW_ADMIN_PASSWORD", PASSWORD))
                .awaitHealthy()) {
            HttpResponse<String> health = get(product, "/actuator/health", null);
            assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(product, "/engine-rest/engine", PASSWORD).statusCode())
                    .isEqualTo(403);
            assertThat(get(product, "/api/none", PASSWORD).statusCode()).isEqualTo(404);
            theWayToTheFirstOrganisationIsShown(product);

            try (ProductProcess second = ProductProcess.start(office, Map.of())) {
                assertRefused(second, "本产品已在数据目录 " + office + " 上运行");
            }
            assertThat(get(product, "/api/none", PASSWORD).statusCode()).isEqualTo(404);
            assertThat(get(product, "/api/none", "wrong").statusCode()).isEqualTo(401);
            product.stop();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(office.resolve("db.secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    @Order(3)
    void the_next_start_needs_no_password_and_finds_everything_as_it_was_left() throws Exception {
        Map<String, Long> before = contents();
        try (ProductProcess product = ProductProcess.start(office, Map.of()).awaitHealthy()) {
            assertThat(get(product, "/api/none", PASSWORD).statusCode()).isEqualTo(404);
            product.stop();
        }
        Map<String, Long> after = contents();
        assertThat(after.remove("AUDIT_ENTRY") - before.remove("AUDIT_ENTRY"))
                .as("the login is on record, and nothing else")
                .isEqualTo(1);
        assertThat(after.remove("AUDIT_PERSONAL") - before.remove("AUDIT_PERSONAL"))
                .isEqualTo(1);
        assertThat(after).isEqualTo(before);
    }

    @Test
    @Order(4)
    void with_the_example_as_its_organisation_it_has_units_and_somebody_who_grants_posts() throws Exception {
        Files.copy(office.resolve("organisation.example.yaml"), office.resolve("organisation.yaml"));
        Map<String, String> passwords = Map.of("FAIRREVIEW_INITIAL_PASSWORD", "Zweite-Tuer-2026");
        try (ProductProcess product = ProductProcess.start(office, passwords).awaitHealthy()) {
            assertThat(product.output()).doesNotContain("organisation.example.yaml");
            Visitor admin = product.visitor();
            admin.logIn("admin", PASSWORD);
            assertThat(admin.get("/admin/units").body())
                    .contains("某市市场监督管理局")
                    .doesNotContain("尚未登记区划和单位")
                    .doesNotContain("还没有安全管理员");
            assertThat(admin.get("/admin/people").body()).contains("安全管理员", "anquan");
            product.stop();
        }
    }

    /** Nothing in the portal makes a region, so each page on which one is missed names the file. */
    private static void theWayToTheFirstOrganisationIsShown(ProductProcess product) {
        String file = office.resolve("organisation.yaml").toString();
        String example = office.resolve("organisation.example.yaml").toString();
        assertThat(product.output().lines().filter(line -> line.contains("尚未登记区划和单位")))
                .singleElement()
                .asString()
                .contains(file, example);
        assertThat(Path.of(example)).content().contains(":secadmin");
        Visitor admin = product.visitor();
        admin.logIn("admin", PASSWORD);
        for (String page : List.of("/", "/admin/units", "/admin/people")) {
            assertThat(admin.get(page).body())
                    .as(page)
                    .contains("尚未登记区划和单位")
                    .contains(file, example)
                    .contains("至少写明一名安全管理员");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_refused() throws IOException {
        Path file = Files.createTempFile("no", "folder");
        try (ProductProcess product = ProductProcess.start(file.resolve("data"), Map.of())) {
            assertRefused(product, "数据目录 " + file.resolve("data") + " 无法写入");
        }
    }

    private static void assertRefused(ProductProcess product, String sentence) {
        assertThat(product.exitCode()).isNotZero();
        assertThat(product.output()).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(product.output().lines().filter(line -> line.contains(sentence)))
                .hasSize(1);
    }

    private static HttpResponse<String> get(ProductProcess product, String path, String password) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + product.port() + path));
        if (password != null) {
            String login = Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
            request.header("Authorization", "Basic " + login);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    /** How many rows each table has. */
    private static Map<String, Long> contents() throws Exception {
        Map<String, Long> contents = new TreeMap<>();
        String secret = Files.readString(office.resolve("db.secret")).strip();
        try (Connection database = DriverManager.getConnection(
                        "jdbc:h2:file:" + office.resolve("db/fairreview"), "fairreview", secret);
                ResultSet tables = database.createStatement()
                        .executeQuery("select table_name from information_schema.tables"
                                + " where table_schema = 'PUBLIC' order by table_name")) {
            while (tables.next()) {
                String table = tables.getString(1);
                try (ResultSet count =
                        database.createStatement().executeQuery("select count(*) from \"" + table + "\"")) {
                    count.next();
                    contents.put(table, count.getLong(1));
                }
            }
        }
        return contents;
    }
}
