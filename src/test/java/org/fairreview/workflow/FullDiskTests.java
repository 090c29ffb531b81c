package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fairreview.kit.EngineHttp;
import org.fairreview.kit.ProductProcess;
import org.fairreview.kit.StoppableProduct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The disk that holds the data runs full: what cannot be kept did not happen, and people are told what to do. The disk is a
 * small one in memory. Root and whoever builds with {@code CI} set must be able to mount it; for others the test is left out,
 * and says so.
 */
class FullDiskTests {

    @TempDir
    Path folder;

    private boolean mounted;

    @BeforeEach
    void a_small_disk() throws Exception {
        mounted = isMounted();
        if (!mounted) {
            String why = "FullDiskTests did not run: this account may not mount a small disk (tmpfs)";
            if ("root".equals(System.getProperty("user.name")) || System.getenv("CI") != null) {
                fail(why);
            }
            System.out.println(why);
            assumeTrue(false, why);
        }
    }

    private boolean isMounted() throws InterruptedException {
        try {
            return run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", folder.toString()) == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @AfterEach
    void away_with_it() throws Exception {
        if (mounted) {
            assertThat(run("umount", "-l", folder.toString())).isZero();
        }
    }

    @Test
    void an_act_on_a_full_disk_does_not_happen_and_the_message_says_what_to_do() throws Exception {
        Path data = folder.resolve("data");
        Path filler = folder.resolve("filler");
        try (ProductProcess product =
                ProductProcess.start(StoppableProduct.class, data).awaitHealthy()) {
            assertThat(submit(product).statusCode()).isEqualTo(200);
            fill(filler);

            HttpResponse<String> refused = submit(product);

            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body()).contains("服务器磁盘空间不足", "操作没有完成", "请立即联系系统管理员清理", "再重新办理");

            Files.delete(filler);
            HttpResponse<String> again = onceThereIsRoom(product);
            assertThat(again.statusCode()).as(product.output()).isEqualTo(200);
            assertThat(again.body()).as("no number was lost").endsWith("-0002");
            product.kill();
        }
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("db/fairreview"),
                "fairreview",
                Files.readString(data.resolve("db.secret")).strip()));
        assertThat(jdbc.sql("select number from review_case where region_id = 'r420606' order by number")
                        .query(String.class)
                        .list())
                .hasSize(2);
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where act = 'case.submitted' and chain like 'case:420606%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    /** H2 closes a database that it could not write to, and opens it anew for connections that are new. */
    private static HttpResponse<String> onceThereIsRoom(ProductProcess product) {
        HttpResponse<String> answer = submit(product);
        for (int tries = 0; tries < 100 && answer.statusCode() != 200; tries++) {
            ProductProcess.pause();
            answer = submit(product);
        }
        return answer;
    }

    private static HttpResponse<String> submit(ProductProcess product) {
        return EngineHttp.rest(product.port(), "admin").get("/api/test?do=submitInCounty&case=");
    }

    private static void fill(Path filler) {
        byte[] block = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(filler.toFile().getUsableSpace()).isLessThan(block.length);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
