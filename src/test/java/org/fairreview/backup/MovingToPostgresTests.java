package org.fairreview.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.kit.CasePicture;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductProcess;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Web;
import org.fairreview.measure.Issuance;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An office that began on H2 goes on with PostgreSQL: cases in every state, moved by the command, come to their end. */
class MovingToPostgresTests {

    @TempDir
    Path data;

    private EmbeddedPostgres server;
    private ConfigurableApplicationContext product;

    @BeforeEach
    void an_empty_postgresql() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void cases_in_every_state_are_moved_row_by_row_and_come_to_their_end() throws Exception {
        Map<String, String> cases = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> before = new LinkedHashMap<>();
        List<Instant> due;
        start();
        try {
            cases.put("supplement", people().supplementAsked());
            cases.put("review", people().inReview());
            cases.put("signing", people().inSigning());
            people().sign(cases.get("signing"), "liufang");
            cases.put("sealing", people().inSigning());
            people().signOff(cases.get("sealing"));
            cases.put("issued", people().inSigning());
            people().toDelivery(cases.get("issued"));
            people().issue(cases.get("issued"), SampleMeasure.BODY);
            cases.put("county", county());
            cases.values().forEach(number -> before.put(number, picture(number)));
            due = process().timersDue(cases.get("supplement"));
            assertThat(due).isNotEmpty();
            assertThat(run(Map.of("FAIRREVIEW_POSTGRES_PASSWORD", "postgres"), command()))
                    .startsWith("1 数据库正在使用");
        } finally {
            StoppableProduct.close(product);
        }

        assertThat(run(Map.of(), command())).startsWith("1 请用环境变量 FAIRREVIEW_POSTGRES_PASSWORD");
        assertThat(run(Map.of("FAIRREVIEW_POSTGRES_PASSWORD", "postgres"), "move-to-postgres", url()))
                .startsWith("2 用法");
        assertThat(run(Map.of("FAIRREVIEW_POSTGRES_PASSWORD", "postgres"), command()))
                .startsWith("0 已迁移 ")
                .contains("SPRING_DATASOURCE_URL=" + url())
                .doesNotContain("DEBUG", "INFO");
        assertThat(run(Map.of("FAIRREVIEW_POSTGRES_PASSWORD", "postgres"), command()))
                .startsWith("1 目标数据库不是空的");

        start(
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
        try {
            cases.forEach(
                    (state, number) -> assertThat(picture(number)).as(state).isEqualTo(before.get(number)));
            assertThat(process().timersDue(cases.get("supplement"))).isEqualTo(due);

            assertThat(county()).endsWith("-0002");
            people().review(cases.get("review"), "zhaolei", List.of());
            people().nextVersion(cases.get("supplement"), JointReview.SUPPLEMENT, "chenyu", SampleMeasure.BODY);
            String signing = cases.get("signing");
            people().sign(signing, "zhangwei");
            process().runJobs(signing);
            for (String number : List.of(signing, cases.get("sealing"))) {
                people().seal(number);
                people().deliver(number);
                people().issue(number, SampleMeasure.BODY);
                assertThat(caseFile().get(number).caseEnd()).contains(CaseEnd.ISSUED);
                assertTheDraftingUnitDownloadsItsDocument(number);
            }
        } finally {
            StoppableProduct.close(product);
        }
    }

    @Test
    void a_database_of_another_version_is_refused_and_the_target_stays_empty() throws Exception {
        Files.createDirectories(data.resolve("db"));
        Files.writeString(data.resolve("db.secret"), "secret\n");
        JdbcClient old = JdbcClient.create(
                new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("db/fairreview"), "fairreview", "secret"));
        old.sql("create table region (id varchar(64) primary key)").update();
        old.sql("insert into region values ('r420600')").update();
        Commands commands = new Commands(data, Clock.systemUTC(), "postgres");

        Answer refused = commands.answer(command());

        assertThat(refused.sentence()).startsWith("H2 数据库由另一个版本的产品写成");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(postgres()
                        .sql("select count(*) from pg_class where relnamespace = 'public'::regnamespace")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(commands.answer("move-to-postgres", "--url", "jdbc:h2:mem:x", "--user", "sa")
                        .sentence())
                .startsWith("目标地址 jdbc:h2:mem:x 不正确");
        assertThat(commands.answer(
                                "move-to-postgres", "--url", "jdbc:postgresql://127.0.0.1:1/none", "--user", "postgres")
                        .sentence())
                .startsWith("无法连接目标数据库");
        assertThat(new Commands(data.resolve("nowhere"), Clock.systemUTC(), "postgres")
                        .answer(command())
                        .sentence())
                .contains("没有 H2 数据库");
    }

    private void assertTheDraftingUnitDownloadsItsDocument(String number) {
        String document = caseFile().get(number).documentFileId().orElseThrow();
        org.fairreview.kit.Answer downloaded =
                product.getBean(Web.class).session("chenyu").get("/cases/" + number + "/files/" + document);
        assertThat(downloaded.status()).isEqualTo(200);
        assertThat(downloaded.body()).startsWith("PK");
    }

    private void start(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--fairreview.data=" + data, "--server.port=0", "--camunda.bpm.process-engine-name=moving"));
        arguments.addAll(List.of(more));
        product = StoppableProduct.product().sources(Web.class).run(arguments.toArray(String[]::new));
    }

    private String[] command() {
        return new String[] {"move-to-postgres", "--url", url(), "--user", "postgres"};
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
    }

    private JdbcClient postgres() {
        return JdbcClient.create(new DriverManagerDataSource(url(), "postgres", "postgres"));
    }

    /** Gives the command as at a prompt, and gives back its exit code and what it printed. */
    private String run(Map<String, String> environment, String... arguments) {
        try (ProductProcess command = ProductProcess.start(data, environment, arguments)) {
            return command.exitCode() + " " + command.output();
        }
    }

    private String county() {
        return product.getBean(Submitting.class).measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY);
    }

    private JointReview people() {
        return product.getBean(JointReview.class);
    }

    private ProcessDriver process() {
        return product.getBean(ProcessDriver.class);
    }

    private CaseFile caseFile() {
        return product.getBean(CaseFile.class);
    }

    /** What the database holds of a case; the two databases write booleans and sort differently. */
    private Map<String, List<String>> picture(String number) {
        Map<String, List<String>> sorted = new TreeMap<>();
        CasePicture.of(product.getBean(JdbcClient.class), number)
                .rows()
                .forEach((name, rows) -> sorted.put(
                        name,
                        rows.stream()
                                .map(row -> row.replace(" TRUE", " t").replace(" FALSE", " f"))
                                .sorted()
                                .toList()));
        return sorted;
    }
}
