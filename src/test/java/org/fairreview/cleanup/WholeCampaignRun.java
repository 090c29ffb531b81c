package org.fairreview.cleanup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.WholeCampaign;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Carries 555 measures of 40 units from the spreadsheet to the published catalogue, in a fresh data folder; see docs/operations.md for the
 * command. Fails where what the ledger says differs from what was brought.
 */
final class WholeCampaignRun {

    private static final int MEASURES = 555;
    private static final int UNITS = 40;

    private WholeCampaignRun() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "whole-campaign");
        List<String> unitIds =
                IntStream.rangeClosed(1, UNITS).mapToObj("q%02d"::formatted).toList();
        Files.writeString(data.resolve("organisation.yaml"), organisation(unitIds));
        ConfigurableApplicationContext product = StoppableProduct.product()
                .sources(WholeCampaign.class)
                .run("--fairreview.data=" + data, "--server.port=0", "--logging.level.root=warn");
        long start = System.nanoTime();
        WholeCampaign.Result result = product.getBean(WholeCampaign.class).run(MEASURES, unitIds, 10);
        System.out.printf(
                "%d measures of %d units in %d s: %s, %d drawn and checked in full, %d taken over in bulk%n",
                MEASURES,
                UNITS,
                (System.nanoTime() - start) / 1_000_000_000,
                result.outcomes(),
                result.drawn(),
                result.inBulk());
        boolean agrees = result.outcomes().equals(result.expected());
        product.close();
        if (!agrees) {
            throw new AssertionError("Expected " + result.expected());
        }
    }

    private static String organisation(List<String> unitIds) {
        List<String> lines = new ArrayList<>(List.of("units:"));
        unitIds.forEach(id -> lines.add("  - {id: %s, name: 襄阳市清理示例单位%s, region: r420600}".formatted(id, id)));
        lines.add("people:");
        unitIds.forEach(id -> lines.add(
                "  - {id: d%s, name: 经办%s, posts: [\"%s:drafter\"]}\n  - {id: h%s, name: 负责人%s, posts: [\"%s:unithead\"]}"
                        .formatted(id, id, id, id, id, id)));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}
