package org.fairreview.review.web;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures the replay page of a short case and of one with 500 entries in its record, over HTTP, on H2 in a file; see
 * docs/operations.md for the command.
 */
final class ReplayBench {

    private static final int[] ENTRIES = {20, 500};
    private static final int WARM_UP = 40;
    private static final int MEASURED = 50;

    private ReplayBench() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory("replay-bench");
        ConfigurableApplicationContext product = StoppableProduct.product()
                .sources(Web.class)
                .run("--fairreview.data=" + data, "--server.port=0", "--logging.level.root=warn");
        JointReview people = product.getBean(JointReview.class);
        AuditTrail trail = product.getBean(AuditTrail.class);
        Visitor auditor = product.getBean(Web.class).login("dengaudit");
        for (int entries : ENTRIES) {
            String number = people.inSigning();
            while (trail.of(number).size() < entries) {
                people.back(number, "liufang", -1, "请补充理由。");
                people.draft(number, "CONFORMS", List.of(), "");
            }
            String path = "/cases/" + number + "/replay";
            Took took = measure(auditor, path);
            System.out.printf(
                    "%d entries: page of %,d characters, median %d ms, processor %d ms each, of %d%n",
                    trail.of(number).size(),
                    auditor.get(path).body().length(),
                    took.median().toMillis(),
                    took.processor().toMillis(),
                    MEASURED);
        }
        product.close();
    }

    /** The median by the clock, and the processor's time of the whole JVM, browser's side included, by request. */
    private record Took(Duration median, Duration processor) {}

    private static Took measure(Visitor visitor, String path) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long[] took = new long[MEASURED];
        long processor = 0;
        for (int each = -WARM_UP; each < MEASURED; each++) {
            processor = each == 0 ? system.getProcessCpuTime() : processor;
            long start = System.nanoTime();
            Answer answer = visitor.get(path);
            if (answer.status() != 200) {
                throw new AssertionError(answer.toString());
            }
            if (each >= 0) {
                took[each] = System.nanoTime() - start;
            }
        }
        processor = system.getProcessCpuTime() - processor;
        Arrays.sort(took);
        return new Took(Duration.ofNanos(took[MEASURED / 2]), Duration.ofNanos(processor / MEASURED));
    }
}
