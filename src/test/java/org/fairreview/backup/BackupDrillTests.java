package org.fairreview.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fairreview.kit.EngineHttp;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductProcess;
import org.fairreview.kit.StoppableProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The drill that an office does: back up the running product, lose it, restore it elsewhere, go on working. */
class BackupDrillTests {

    @TempDir
    Path office;

    @Test
    void what_was_backed_up_while_the_product_ran_goes_on_after_it_was_lost() throws Exception {
        Path data = office.resolve("data");
        Path fresh = office.resolve("fresh");
        Path backup = office.resolve("backup.zip");
        String number;
        String before;
        try (ProductProcess product =
                ProductProcess.start(StoppableProduct.class, data).awaitHealthy()) {
            number = ask(product, "toReview", "");
            before = ask(product, "picture", number);
            assertOnlyTheTokenOpensTheControlPort(data);

            assertThat(run(data, "backup", "--to", backup.toString())).startsWith("0 已备份到 " + backup);
            assertThat(run(data, "backup", "--to", backup.toString())).startsWith("1 文件 " + backup + " 已经存在");
            assertThat(run(data, "backup")).startsWith("2 用法");
            ask(product, "submitInCounty", "");
            product.kill();
        }
        assertThat(run(data, "restore", backup.toString())).startsWith("1 数据目录 " + data + " 不是空的");
        assertThat(run(fresh, "restore", backup.toString())).startsWith("0 已恢复到 " + fresh);
        assertEveryFileHasItsBytes(fresh);

        try (ProductProcess product =
                ProductProcess.start(StoppableProduct.class, fresh).awaitHealthy()) {
            assertThat(ask(product, "picture", number)).isEqualTo(before);
            EngineHttp reviewer = EngineHttp.rest(product.port(), "zhaolei");
            assertThat(reviewer.task(number, JointReview.REVIEW)).isNotBlank();
            ask(product, "review", number);
            assertThat(ask(product, "submitInCounty", "")).endsWith("-0001");
        }
    }

    private static void assertOnlyTheTokenOpensTheControlPort(Path data) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ControlFile.in(data))))
                .isEqualTo("rw-------");
        int port = ControlFile.read(data).orElseThrow().port();
        Path stolen = data.resolveSibling("stolen.zip");
        for (String request :
                List.of("wrong\nbackup\n" + stolen + "\n", "POST /backup HTTP/1.1\nHost: 127.0.0.1\n\n", "\n\n")) {
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
                caller.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                caller.shutdownOutput();
                assertThat(answered(caller.getInputStream())).isEmpty();
            }
        }
        assertThat(stolen).doesNotExist();
    }

    private static String answered(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    /** Gives a command as at a prompt, and gives back its exit code and what it printed. */
    private static String run(Path data, String... arguments) {
        try (ProductProcess command = ProductProcess.start(data, Map.of(), arguments)) {
            return command.exitCode() + " " + command.output();
        }
    }

    private static String ask(ProductProcess product, String act, String number) {
        HttpResponse<String> response =
                EngineHttp.rest(product.port(), "admin").get("/api/test?do=" + act + "&case=" + number);
        if (response.statusCode() != 200) {
            throw new AssertionError(
                    "%s: %d %s%n%s".formatted(act, response.statusCode(), response.body(), product.output()));
        }
        return response.body();
    }

    private static void assertEveryFileHasItsBytes(Path data) throws Exception {
        List<String> digests = JdbcClient.create(new DriverManagerDataSource(
                        "jdbc:h2:file:" + data.resolve("db/fairreview"),
                        "fairreview",
                        Files.readString(data.resolve("db.secret")).strip()))
                .sql("select sha256 from stored_file union select text_sha256 from extraction")
                .query(String.class)
                .list();
        assertThat(digests).hasSizeGreaterThan(2);
        for (String digest : digests) {
            byte[] bytes = Files.readAllBytes(
                    data.resolve("blobs").resolve(digest.substring(0, 2)).resolve(digest));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .isEqualTo(digest);
        }
    }
}
