package org.fairreview.supervision.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.fairreview.cleanup.Draw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draw from a list, as the product and as the command line do it. */
class PopulationDrawTests {

    private static final String SEED = "2026138";

    @TempDir
    Path folder;

    @Test
    void the_draw_is_the_same_in_whatever_order_the_list_came() throws Exception {
        Random random = new Random(11);
        for (int turn = 0; turn < 50; turn++) {
            List<ListedMeasure> measures = measures(1 + random.nextInt(200));
            List<ListedMeasure> shuffled = new ArrayList<>(measures);
            Collections.shuffle(shuffled, random);
            PopulationFile list = list(measures);
            PopulationFile other = list(shuffled);
            int size = random.nextInt(measures.size() + 1);
            String seed = "seed" + turn;

            assertThat(other.digest()).isEqualTo(list.digest());
            assertThat(other.draw(size, seed, null)).isEqualTo(list.draw(size, seed, null));
            assertThat(other.draw(size, seed, Stratum.UNIT)).isEqualTo(list.draw(size, seed, Stratum.UNIT));
        }
    }

    @Test
    void the_lines_of_a_list_may_come_in_any_order_too() throws Exception {
        List<String> lines = new ArrayList<>(text(measures(60)).lines().toList());
        PopulationFile list = PopulationFile.parse(String.join("\n", lines));
        Collections.shuffle(lines, new Random(3));
        PopulationFile other = PopulationFile.parse("\uFEFF" + String.join("\r\n", lines) + "\r\n");

        assertThat(other.digest()).isEqualTo(list.digest());
        assertThat(other.draw(9, SEED, Stratum.LEVEL)).isEqualTo(list.draw(9, SEED, Stratum.LEVEL));
    }

    @Test
    void the_shares_of_the_strata_add_up_exactly() {
        Random random = new Random(5);
        for (int turn = 0; turn < 2_000; turn++) {
            Map<String, Integer> sizes = new HashMap<>();
            int all = 0;
            for (int stratum = 0; stratum <= random.nextInt(12); stratum++) {
                int many = 1 + random.nextInt(400);
                sizes.put("层" + stratum, many);
                all += many;
            }
            int size = random.nextInt(all + 1);
            Map<String, Integer> shares = Draw.shares(sizes, size);

            assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(size);
            for (Map.Entry<String, Integer> share : shares.entrySet()) {
                int many = sizes.get(share.getKey());
                double exact = (double) size * many / all;
                assertThat(share.getValue()).isBetween(0, many);
                assertThat(Math.abs(share.getValue() - exact)).isLessThan(1);
            }
        }
    }

    @Test
    void what_is_left_goes_to_the_largest_remainders_then_the_larger_stratum_then_the_name() {
        assertThat(Draw.shares(Map.of("a", 50, "b", 30, "c", 20), 7)).isEqualTo(Map.of("a", 4, "b", 2, "c", 1));
        assertThat(Draw.shares(Map.of("a", 1, "b", 3), 2)).isEqualTo(Map.of("a", 0, "b", 2));
        assertThat(Draw.shares(Map.of("a", 5, "b", 5), 1)).isEqualTo(Map.of("a", 1, "b", 0));
    }

    @Test
    void a_stratified_draw_takes_from_each_stratum_its_share() throws Exception {
        PopulationFile list = list(measures(90));
        List<PopulationFile.Line> drawn = list.draw(10, SEED, Stratum.LEVEL);
        Map<String, Integer> counted = new HashMap<>();
        drawn.forEach(line -> counted.merge(line.cells().get(4), 1, Integer::sum));

        assertThat(drawn).hasSize(10).doesNotHaveDuplicates();
        assertThat(counted).isEqualTo(list.shares(10, Stratum.LEVEL));
    }

    /** The worked example of docs/draw.md; its values were computed with sha256sum and sort. */
    @Test
    void the_worked_example_of_the_documentation_comes_out() throws Exception {
        String text = Files.readString(Path.of("docs/draw-example.txt"));
        PopulationFile list = PopulationFile.parse(text);
        String documentation = Files.readString(Path.of("docs/draw.md"));

        assertThat(documentation).contains(list.digest());
        assertThat(list.digest())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(numbers(list.draw(3, SEED, null))).containsExactly("00003", "00006", "00001");
        assertThat(numbers(list.draw(5, SEED, Stratum.LEVEL)))
                .containsExactly("00003", "00006", "00001", "00005", "00004");
        assertThat(documentation).contains(DrawCommand.line("draw-example.txt", SEED, 3, null));
    }

    @Test
    void the_command_prints_the_drawn_lines_and_nothing_else() throws Exception {
        Path file = Files.writeString(folder.resolve("名单.txt"), text(measures(40)));
        Run run = run("draw", "--population", file.toString(), "--seed", SEED, "--size", "7");

        assertThat(run.code).isZero();
        assertThat(run.out.lines())
                .containsExactlyElementsOf(list(measures(40)).draw(7, SEED, null).stream()
                        .map(PopulationFile.Line::text)
                        .toList());
        assertThat(run.complaints).contains(list(measures(40)).digest());
    }

    @Test
    void a_plain_list_is_enough() throws Exception {
        Path file = Files.writeString(folder.resolve("plain.txt"), "a\nb\nc\nd\n");

        assertThat(run("draw", "--seed", "seed", "--size", "2", "--population", file.toString())
                        .out
                        .lines())
                .containsExactly("a", "d");
        assertThat(run("draw", "--seed", "seed", "--size", "2", "--population", file.toString(), "--stratified", "unit")
                        .code)
                .isEqualTo(1);
    }

    @Test
    void wrong_use_is_2_and_what_cannot_be_read_is_1() throws Exception {
        Path twice = Files.writeString(folder.resolve("twice.txt"), "a\na\n");
        Path bytes = Files.write(folder.resolve("gbk.txt"), "名单".getBytes("GB18030"));

        assertThat(run("draw").code).isEqualTo(2);
        assertThat(run("draw", "--population", "x", "--seed", "1", "--size", "zero").code)
                .isEqualTo(2);
        assertThat(run("draw", "--population", "x", "--seed", "1", "--size", "0").code)
                .isEqualTo(2);
        assertThat(run("draw", "--population", "x", "--seed", "1", "--size", "1", "--stratified", "colour").code)
                .isEqualTo(2);
        assertThat(run("draw", "--population", "gone.txt", "--seed", "1", "--size", "1").code)
                .isEqualTo(1);
        assertThat(run("draw", "--population", twice.toString(), "--seed", "1", "--size", "1").code)
                .isEqualTo(1);
        assertThat(run("draw", "--population", bytes.toString(), "--seed", "1", "--size", "1").code)
                .isEqualTo(1);
        assertThatThrownBy(() -> PopulationFile.parse("\n\n")).isInstanceOf(PopulationFile.Broken.class);
    }

    private record Run(int code, String out, String complaints) {}

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code = new DrawCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(complaints, true, StandardCharsets.UTF_8))
                .draw(arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), complaints.toString(StandardCharsets.UTF_8));
    }

    private static List<String> numbers(List<PopulationFile.Line> lines) {
        return lines.stream().map(PopulationFile.Line::number).toList();
    }

    private static PopulationFile list(List<ListedMeasure> measures) throws PopulationFile.Broken {
        return PopulationFile.parse(text(measures));
    }

    private static String text(List<ListedMeasure> measures) {
        return PopulationFile.write(
                measures.stream().sorted(ListedMeasure.IN_LIST).toList());
    }

    private static List<ListedMeasure> measures(int many) {
        return IntStream.range(0, many)
                .mapToObj(place -> new ListedMeasure(
                        "关于支持产业发展的若干措施" + place,
                        "襄政发〔2024〕%d号".formatted(place),
                        null,
                        "单位" + place % 7,
                        Level.CITY,
                        List.of("市级", "县级", "乡镇、街道").get(place % 10 < 6 ? 0 : place % 10 < 9 ? 1 : 2),
                        "",
                        null,
                        "襄阳市",
                        null,
                        null,
                        null))
                .toList();
    }
}
