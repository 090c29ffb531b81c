package org.fairreview.cleanup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.kit.StoppableProduct;
import org.fairreview.kit.WholeCampaign;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

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
        Path people = Files.writeString(data.resolve("organisation.yaml"), organisation(unitIds));
        ConfigurableApplicationContext product = StoppableProduct.product()
                .sources(WholeCampaign.class)
                .run(
                        "--fairreview.data=" + data,
                        "--fairreview.organisation=file:" + people,
                        "--server.port=0",
                        "--logging.level.root=warn");
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

    /** The demo's people, with as many units more, each with a drafter and a head. */
    private static String organisation(List<String> unitIds) throws IOException {
        String demo = new ClassPathResource("demo/organisation.yaml").getContentAsString(StandardCharsets.UTF_8);
        String units = unitIds.stream()
                .map(id -> "  - {id: %s, name: 襄阳市清理示例单位%s, region: r420600}\n".formatted(id, id))
                .collect(Collectors.joining());
        String people = unitIds.stream()
                .map(id ->
                        "  - {id: d%s, name: 经办%s, posts: [\"%s:drafter\"]}\n  - {id: h%s, name: 负责人%s, posts: [\"%s:unithead\"]}\n"
                                .formatted(id, id, id, id, id, id))
                .collect(Collectors.joining());
        return demo.replaceFirst("(?m)^units:\\n", "units:\n" + units)
                .replaceFirst("(?m)^people:\\n", "people:\n" + people);
    }
}
