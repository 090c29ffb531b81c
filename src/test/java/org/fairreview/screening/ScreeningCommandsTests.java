package org.fairreview.screening;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside the server: what they write, what they complain about, and how they end. */
class ScreeningCommandsTests {

    private static final Screening SCREENING = new Screening(RuleFile.readShipped(new Standards(Clock.systemUTC())));
    private static final String POLICY = "关于促进商贸发展的若干措施\n第一条 获得奖励的企业十年内不得迁出本区。\n第二条 本措施由商务局负责解释，自印发之日起施行。\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void every_passage_of_a_file_is_a_line_with_its_hits() throws Exception {
        Files.writeString(folder.resolve("措施.txt"), POLICY);
        assertThat(run("screen", folder.resolve("措施.txt").toString(), "--out", target().toString()))
                .isZero();
        JsonNode article = lines().stream()
                .filter(line -> line.path("address").asText().equals("第一条"))
                .findFirst()
                .orElseThrow();
        assertThat(article.path("flagged").asBoolean()).isTrue();
        JsonNode hit = article.path("hits").get(0);
        assertThat(hit.path("item").asText()).isEqualTo("9(一)");
        assertThat(hit.path("rule").asText()).isNotEmpty();
        assertThat(hit.path("words")).isNotEmpty();
        assertThat(article.path("clause")
                        .asText()
                        .substring(hit.path("start").asInt(), hit.path("end").asInt()))
                .contains("迁出");
        assertThat(lines())
                .filteredOn(line -> !line.path("flagged").asBoolean())
                .isNotEmpty();
    }

    @Test
    void clauses_from_lines_keep_their_id() throws Exception {
        Path clauses = folder.resolve("条款.jsonl");
        Files.writeString(clauses, "{\"id\":\"甲1\",\"clause\":\"优先采购本市企业的产品。\"}\n{\"clause\":\"各类企业平等参与。\"}\n");
        assertThat(run("screen", clauses.toString(), "--out", target().toString()))
                .isZero();
        assertThat(lines().get(0).path("id").asText()).isEqualTo("甲1");
        assertThat(lines().get(0).path("flagged").asBoolean()).isTrue();
        assertThat(lines().get(1).has("id")).isFalse();
        assertThat(lines().get(1).path("flagged").asBoolean()).isFalse();
    }

    @Test
    void what_cannot_be_read_is_named_and_the_rest_is_done() throws Exception {
        Files.writeString(folder.resolve("好.txt"), POLICY);
        Files.write(folder.resolve("国标.txt"), POLICY.getBytes(Charset.forName("GB18030")));
        Files.writeString(folder.resolve("空.txt"), "");
        Files.writeString(folder.resolve("空白.txt"), " \n\n ");
        Files.writeString(folder.resolve("长.txt"), "甲".repeat(1_000_000));
        Files.write(folder.resolve("二进制.txt"), binary());
        Files.write(folder.resolve("宽.txt"), POLICY.getBytes(StandardCharsets.UTF_16));
        Files.write(folder.resolve("炸弹.docx"), bomb());
        Files.write(folder.resolve("白.pdf"), blankPdf());
        Files.write(folder.resolve("表.xlsx"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("文.docx"), docx());

        assertThat(run("screen", folder.toString(), "--out", target().toString()))
                .isEqualTo(2);

        assertThat(complaints.toString(StandardCharsets.UTF_8).lines())
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).startsWith("未筛查 ").contains("："))
                .anySatisfy(line -> assertThat(line).contains("空.txt：文件是空的"))
                .anySatisfy(line -> assertThat(line).contains("炸弹.docx：文件展开后异常庞大"))
                .anySatisfy(line -> assertThat(line).contains("白.pdf：PDF 共 1 页，其中 1 页"))
                .anySatisfy(line -> assertThat(line).contains("长.txt：文件的文字过长"));
        assertThat(lines().stream()
                        .map(line -> Path.of(line.path("file").asText())
                                .getFileName()
                                .toString())
                        .distinct())
                .containsExactlyInAnyOrder("好.txt", "国标.txt", "宽.txt", "文.docx");
    }

    @Test
    void lines_that_cannot_be_read_are_named_and_the_rest_is_done() throws Exception {
        Path clauses = folder.resolve("条款.jsonl");
        Files.writeString(
                clauses,
                "不是\n{\"text\":\"没有\"}\n{\"clause\":\" \"}\n{\"clause\":\"" + "长".repeat(1_000_000)
                        + "\"}\n{\"clause\":\"优先采购本市企业的产品。\"}\n");
        assertThat(run("screen", clauses.toString(), "--out", target().toString()))
                .isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8))
                .contains("第 1 行不是 JSON")
                .contains("第 2 行没有 clause 字段")
                .contains("第 3 行的 clause 中没有文字")
                .contains("第 4 行的 clause 过长");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void wrong_use_says_how_to_use_it() {
        assertThat(run("screen")).isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("screen INPUT");
        assertThat(run("screen", folder.resolve("没有.txt").toString())).isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("没有这个文件");
    }

    @Test
    void the_evaluation_counts_what_is_found_left_alone_and_missed() throws Exception {
        Path clauses = folder.resolve("标注.jsonl");
        Files.writeString(
                clauses,
                """
                {"id":"甲","clause":"优先采购本市企业的产品。","label":"violation","item":"条例9(三)","context_dependent":false}
                {"id":"乙","clause":"欢迎大家。","label":"violation","item":"条例8(一)","context_dependent":false}
                {"id":"丙","clause":"不得优先采购本市企业的产品。","label":"compliant","item":"条例9(三)","context_dependent":false}
                """);
        assertThat(run("screen-eval", clauses.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("recall         0.500 (1/2)")
                .contains("specificity    1.000 (1/1)")
                .contains("item accuracy  1.000 (1/1)")
                .contains("missed: 1")
                .contains("乙 8(一) 欢迎大家。");
    }

    @Test
    void what_is_being_written_is_no_input() throws Exception {
        Files.writeString(folder.resolve("a.jsonl"), "{\"clause\":\"欢迎大家。\"}\n".repeat(400));
        Path inside = folder.resolve("结果.jsonl");

        assertThat(run("screen", folder.toString(), "--out", inside.toString())).isZero();

        assertThat(Files.readAllLines(inside)).hasSize(400);
    }

    @Test
    void an_input_that_is_the_output_too_is_left_as_it_is() throws Exception {
        Path text = Files.writeString(folder.resolve("甲.txt"), "第一条 欢迎大家。");

        assertThat(run("screen", text.toString(), "--out", text.toString())).isEqualTo(1);

        assertThat(text).hasContent("第一条 欢迎大家。");
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("请另取输出文件名");
    }

    private int run(String... arguments) {
        return ScreeningCommands.run(
                SCREENING, new PrintStream(out, true, StandardCharsets.UTF_8), stream(), arguments);
    }

    private PrintStream stream() {
        return new PrintStream(complaints, true, StandardCharsets.UTF_8);
    }

    private Path target() {
        return folder.resolveSibling(folder.getFileName() + ".out.jsonl");
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(target())) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static byte[] binary() {
        byte[] bytes = new byte[4_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 7);
        }
        return bytes;
    }

    private static byte[] bomb() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] blankPdf() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            for (String line : POLICY.split("\n")) {
                document.createParagraph().createRun().setText(line);
            }
            document.write(bytes);
        }
        return bytes.toByteArray();
    }
}
