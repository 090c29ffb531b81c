package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.fairreview.kit.CasePicture;
import org.fairreview.kit.EngineHttp;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductProcess;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.StoppableProduct.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The product is killed with signal 9 while six acts are under way, each at another point between submit and answer.
 *
 * <p>What was acknowledged is there afterwards. What was not is there as a whole or not at all: row, token, record and
 * file agree, and the person who repeats the act finds everything once.
 */
class CrashTests {

    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    /** More than one portion of an import. */
    private static final int BROUGHT = 130;

    @TempDir
    Path data;

    private ProductProcess product;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_left_half() throws Exception {
        product = ProductProcess.start(StoppableProduct.class, data).awaitHealthy();
        try {
            String reviewed = ask("toReview");
            String signed = ask("toLastSigner");
            String numbered = ask("toDocument");
            String delivered = ask("toDelivery");
            String sealed = ask("toSeal");
            String scan = ask("scan");
            String legacy = ask("toTakeOver");
            List<String> bulk = List.of(legacy.split(","));
            String letter = ask("toLetterDocument");
            String nextLetter = ask("toLetterNumber");
            String reviewedBefore = picture(reviewed);
            EngineHttp zhangwei = EngineHttp.rest(product.port(), "zhangwei");
            EngineHttp wangmin = EngineHttp.rest(product.port(), "wangmin");
            String signing = taken(zhangwei, signed, JointReview.SIGN, "zhangwei");
            String delivery = taken(wangmin, delivered, JointReview.DELIVER, "wangmin");
            String sealing = taken(wangmin, sealed, JointReview.SEAL, "wangmin");
            String signedBefore = picture(signed);
            String numberedBefore = picture(numbered);
            String deliveredBefore = picture(delivered);

            stopAt("task.completed", reviewed, When.BEFORE_COMMIT);
            stopAt("case.documentFrozen", numbered, When.BEFORE_COMMIT);
            stopAt("task.completed", delivered, When.BEFORE_ANSWER);
            stopAt("case.submitted", "*", When.IN_THE_ACT);
            stopAt("case.numbered", signed, When.BEFORE_COMMIT);
            stopAt("task.completed", bulk.get(2), When.BEFORE_COMMIT);
            String work = ask("takeOver", legacy);
            stopAt("letter.frozen", letter, When.BEFORE_COMMIT);
            begin(() -> ask("review", reviewed));
            begin(() -> ask("runJobs", numbered));
            begin(() -> ask("runJobs", letter));
            begin(() -> wangmin.submit(delivery, deliveredTo("陈宇")));
            begin(() -> ask("submitInCounty"));
            begin(() -> zhangwei.submit(signing, Map.of("answer", "{\"agreed\":true}")));
            awaitStopped(7);
            int acknowledged = wangmin.submit(
                            sealing, Map.of("answer", "{\"sealedOn\":\"%s\",\"scan\":\"%s\"}".formatted(TODAY, scan)))
                    .statusCode();
            product.kill();

            assertThat(acknowledged).isEqualTo(204);
            JdbcClient jdbc = database();
            assertThat(CasePicture.of(jdbc, reviewed)).hasToString(reviewedBefore);
            assertThat(CasePicture.of(jdbc, signed)).hasToString(signedBefore);
            assertThat(CasePicture.of(jdbc, numbered)).hasToString(numberedBefore);
            assertThat(takenOver(jdbc, bulk)).isEqualTo(bulk.subList(0, 2));
            assertThat(lettersNumbered(jdbc)).containsExactly(letter + " 1号 not issued");
            assertNoTraceOfTheCounty(jdbc);
            assertIsSealedAndWaitsForDelivery(CasePicture.of(jdbc, sealed));
            assertThat(CasePicture.of(jdbc, delivered).toString()).isNotEqualTo(deliveredBefore);
            assertIsDelivered(CasePicture.of(jdbc, delivered));
            assertEveryFileHasItsBytes(jdbc);

            product = ProductProcess.start(StoppableProduct.class, data).awaitHealthy();
            EngineHttp leader = EngineHttp.rest(product.port(), "zhangwei");
            EngineHttp clerk = EngineHttp.rest(product.port(), "wangmin");
            ask("review", reviewed);
            ask("runJobs", numbered);
            assertThat(leader.submit(signing, Map.of("answer", "{\"agreed\":true}"))
                            .statusCode())
                    .isEqualTo(204);
            assertThat(ask("submitInCounty")).endsWith("-0001");
            HttpResponse<String> again = clerk.submit(delivery, deliveredTo("别人"));
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("该任务刚刚已在别处办理,请刷新");
            String next = taken(clerk, sealed, JointReview.DELIVER, "wangmin");
            assertThat(clerk.submit(next, deliveredTo("陈宇")).statusCode()).isEqualTo(204);
            ask("later");
            awaitDone(work, legacy);
            String cleanup = ask("toImport");
            String brought = ask("import&measures=" + BROUGHT, cleanup);
            stopAt("trace.file", cleanup + "-0110", When.IN_THE_ACT);
            ask("enterImport&import=" + brought, cleanup);
            ask("runJobs", letter);
            stopAt("letter.numbered", nextLetter, When.BEFORE_COMMIT);
            begin(() -> ask("runJobs", nextLetter));
            awaitStopped(9);
            product.kill();

            assertThat(imported(database(), cleanup)).containsOnly(100L);
            product = ProductProcess.start(StoppableProduct.class, data).awaitHealthy();
            ask("later");
            await("isImported&import=" + brought, cleanup);
            product.kill();

            jdbc = database();
            assertThat(imported(jdbc, cleanup)).as("all of them, each once").containsOnly((long) BROUGHT);
            assertThat(takenOver(jdbc, bulk)).as("all of them, each once").isEqualTo(bulk);
            assertThat(lettersNumbered(jdbc))
                    .as("the number drawn before the crash is kept, the one drawn in it fell back")
                    .containsExactly(letter + " 1号 issued");
            assertThat(count(jdbc, "select last_number from number_series where series like 'letter:%'"))
                    .isOne();
            CasePicture review = CasePicture.of(jdbc, reviewed);
            assertThat(review.of("findings")).hasSize(1);
            assertThat(review.of("record"))
                    .filteredOn("task.completed zhaolei"::equals)
                    .hasSize(1);
            assertThat(review.of("tasks")).containsExactly(JointReview.DRAFT + " zhaolei");
            CasePicture sign = CasePicture.of(jdbc, signed);
            assertThat(sign.of("signatures")).hasSize(2);
            assertThat(sign.of("record"))
                    .filteredOn(entry -> entry.startsWith("case.numbered"))
                    .hasSize(1);
            assertThat(sign.of("tokens")).contains("Task_FreezeDocument");
            CasePicture document = CasePicture.of(jdbc, numbered);
            assertThat(document.of("files"))
                    .filteredOn(file -> file.startsWith("CONCLUSION "))
                    .hasSize(1);
            assertThat(document.of("record"))
                    .filteredOn(entry -> entry.startsWith("case.documentFrozen"))
                    .hasSize(1);
            assertThat(document.of("tasks")).containsExactly(JointReview.SEAL + " null");
            assertIsDelivered(CasePicture.of(jdbc, delivered));
            assertIsDelivered(CasePicture.of(jdbc, sealed));
            assertThat(documentNumbers(jdbc)).containsExactly("1", "2", "3", "4");
            assertEveryFileHasItsBytes(jdbc);
        } finally {
            product.close();
        }
    }

    /**
     * The same on PostgreSQL with one start, three points and what was acknowledged; that the product goes on after such a
     * crash is tried on H2 above.
     */
    @Test
    void nor_on_postgresql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
            product = ProductProcess.start(
                            StoppableProduct.class,
                            data,
                            "--spring.datasource.url=" + url,
                            "--spring.datasource.username=postgres",
                            "--spring.datasource.password=postgres")
                    .awaitHealthy();
            JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
            String reviewed = ask("toReview");
            String delivered = ask("toDelivery");
            String sealed = ask("toSeal");
            String scan = ask("scan");
            EngineHttp wangmin = EngineHttp.rest(product.port(), "wangmin");
            String delivery = taken(wangmin, delivered, JointReview.DELIVER, "wangmin");
            String sealing = taken(wangmin, sealed, JointReview.SEAL, "wangmin");
            String reviewedBefore = picture(reviewed);
            String deliveredBefore = picture(delivered);

            stopAt("task.completed", reviewed, When.BEFORE_COMMIT);
            stopAt("task.completed", delivered, When.BEFORE_ANSWER);
            stopAt("case.submitted", "*", When.IN_THE_ACT);
            begin(() -> ask("review", reviewed));
            begin(() -> wangmin.submit(delivery, deliveredTo("陈宇")));
            begin(() -> ask("submitInCounty"));
            awaitStopped(3);
            int acknowledged = wangmin.submit(
                            sealing, Map.of("answer", "{\"sealedOn\":\"%s\",\"scan\":\"%s\"}".formatted(TODAY, scan)))
                    .statusCode();
            product.kill();

            assertThat(acknowledged).isEqualTo(204);
            assertThat(CasePicture.of(jdbc, reviewed)).hasToString(reviewedBefore);
            assertNoTraceOfTheCounty(jdbc);
            assertIsSealedAndWaitsForDelivery(CasePicture.of(jdbc, sealed));
            assertThat(CasePicture.of(jdbc, delivered).toString()).isNotEqualTo(deliveredBefore);
            assertIsDelivered(CasePicture.of(jdbc, delivered));
            assertEveryFileHasItsBytes(jdbc);
        } finally {
            product.close();
        }
    }

    /** The cases that the reviewer has taken over, once for each time that the record says so. */
    private static List<String> takenOver(JdbcClient jdbc, List<String> numbers) {
        return jdbc.sql("select subject from audit_entry where act = 'task.completed' and actor_id = 'zhaolei'"
                        + " and subject in (:numbers) order by subject")
                .param("numbers", numbers)
                .query(String.class)
                .list();
    }

    private void awaitDone(String work, String legacy) {
        await("isOver&work=" + work, legacy);
    }

    private void await(String question, String number) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (!ask(question, number).equals("true")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The work is not over%n%s".formatted(product.output()));
            }
            ProductProcess.pause();
        }
    }

    /** Of the measures of a list: how many numbers, texts, versions, cases and files of cases there are. */
    private static List<Long> imported(JdbcClient jdbc, String cleanup) {
        return List.of(
                count(jdbc, "select count(*) from measure_in_force where origin_case = '" + cleanup + "'"),
                count(
                        jdbc,
                        "select count(distinct number_key) from measure_in_force where origin_case = '" + cleanup
                                + "'"),
                count(
                        jdbc,
                        "select count(distinct v.id) from measure_version v join measure_in_force m on m.version_id = v.id"
                                + " where m.origin_case = '" + cleanup + "'"),
                count(jdbc, "select count(*) from legacy_case where campaign_number = '" + cleanup + "'"),
                count(jdbc, "select count(*) from stored_file where bound_to like '" + cleanup + "-%'"),
                count(
                        jdbc,
                        "select count(*) from ledger_import_line l join ledger_import i on i.id = l.import_id"
                                + " where l.state = 'ENTERED' and i.campaign_number = '" + cleanup + "'"));
    }

    private static Map<String, String> deliveredTo(String name) {
        return Map.of("deliveredOn", TODAY, "deliveredTo", name, "way", "BY_HAND");
    }

    private static void assertNoTraceOfTheCounty(JdbcClient jdbc) {
        for (String table : List.of("review_case", "measure", "number_series")) {
            assertThat(count(jdbc, "select count(*) from " + table + " where region_id = 'r420606'"))
                    .as(table)
                    .isZero();
        }
        assertThat(count(jdbc, "select count(*) from audit_entry where subject like '420606%'"))
                .isZero();
        assertThat(count(jdbc, "select count(*) from act_hi_procinst where business_key_ like '420606%'"))
                .isZero();
        assertThat(count(
                        jdbc,
                        "select count(*) from stored_file where uploaded_by = 'fcdrafter' and bound_to is not null"))
                .isZero();
    }

    private static void assertIsSealedAndWaitsForDelivery(CasePicture picture) {
        assertThat(picture.of("case")).singleElement().asString().startsWith("SEALED ");
        assertThat(picture.of("tasks")).containsExactly(JointReview.DELIVER + " null");
        assertThat(picture.of("record"))
                .filteredOn("task.completed wangmin"::equals)
                .hasSize(2);
        assertThat(picture.of("files"))
                .filteredOn(file -> file.startsWith("SEALED_SCAN "))
                .hasSize(1);
    }

    private static void assertIsDelivered(CasePicture picture) {
        assertThat(picture.of("case"))
                .singleElement()
                .asString()
                .startsWith("DELIVERED ")
                .endsWith(" 陈宇");
        assertThat(picture.of("tasks")).containsExactly(JointReview.ISSUE + " null");
        assertThat(picture.of("tokens")).contains(JointReview.ISSUE);
        assertThat(picture.of("ended")).containsExactly("null");
        assertThat(picture.of("record"))
                .filteredOn("task.completed wangmin"::equals)
                .hasSize(3);
        assertThat(picture.of("clock")).singleElement().asString().doesNotContain("null");
    }

    private void assertEveryFileHasItsBytes(JdbcClient jdbc) throws Exception {
        List<String> digests = jdbc.sql("select sha256 from stored_file union select text_sha256 from extraction")
                .query(String.class)
                .list();
        assertThat(digests).isNotEmpty();
        for (String digest : digests) {
            byte[] bytes = Files.readAllBytes(
                    data.resolve("blobs").resolve(digest.substring(0, 2)).resolve(digest));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(digest);
        }
    }

    /** The letters that have a 文号, with what the register of numbers says, and whether they are issued. */
    private static List<String> lettersNumbered(JdbcClient jdbc) {
        return jdbc
                .sql("select l.number || ' ' || n.document_number"
                        + " || case when l.word_sha256 is null then ' not issued' else ' issued' end"
                        + " from letter_document_number n join letter l on l.number = n.letter_number"
                        + " and l.document_number = n.document_number")
                .query(String.class)
                .list()
                .stream()
                .map(line -> line.replaceAll(" .*〕", " "))
                .toList();
    }

    private static List<String> documentNumbers(JdbcClient jdbc) {
        return jdbc
                .sql("select document_number from review_case where document_number is not null")
                .query(String.class)
                .list()
                .stream()
                .map(number -> number.replaceAll(".*〕(\\d+)号", "$1"))
                .sorted()
                .toList();
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** The database of the dead product, opened by the test. */
    private JdbcClient database() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("db/fairreview"),
                "fairreview",
                Files.readString(data.resolve("db.secret")).strip()));
    }

    private static String taken(EngineHttp person, String number, String taskKey, String userId) {
        String task = person.task(number, taskKey);
        assertThat(person.claim(task, userId).statusCode()).isEqualTo(204);
        return task;
    }

    private String picture(String number) {
        return ask("picture", number);
    }

    private void stopAt(String act, String number, When when) {
        ask("stop&act=" + act + "&when=" + when, number);
    }

    private String ask(String act) {
        return ask(act, "");
    }

    private String ask(String act, String number) {
        HttpResponse<String> response =
                EngineHttp.rest(product.port(), "admin").get("/api/test?do=" + act + "&case=" + number);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    "%s: %d %s%n%s".formatted(act, response.statusCode(), response.body(), product.output()));
        }
        return response.body();
    }

    /** Begins an act that will not come to its end. */
    private static void begin(Runnable act) {
        CompletableFuture.runAsync(act, command -> {
            Thread thread = new Thread(command, "crash");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void awaitStopped(int acts) throws IOException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (stopped() < acts) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Only %d acts stand still%n%s".formatted(stopped(), product.output()));
            }
            ProductProcess.pause();
        }
    }

    private long stopped() throws IOException {
        try (var files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("stopped-"))
                    .count();
        }
    }
}
