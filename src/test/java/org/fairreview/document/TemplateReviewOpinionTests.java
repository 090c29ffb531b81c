package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.fairreview.document.TemplateRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped template of the 公平竞争审查意见, filled in as the cases of an office fill it in. */
class TemplateReviewOpinionTests {

    private static final String OPINION = "fair-competition-review-opinion";

    @TempDir
    Path data;

    private final Map<String, @Nullable Object> values = new HashMap<>(opinion());

    @Test
    void the_committed_files_are_what_the_generator_makes() throws IOException {
        for (var template : TemplateGenerator.all().entrySet()) {
            assertThat(Files.readAllBytes(TemplateGenerator.FOLDER.resolve(template.getKey())))
                    .as(template.getKey())
                    .isEqualTo(template.getValue());
        }
    }

    @Test
    void a_measure_without_findings_gets_the_sentence_alone() {
        assertThat(render())
                .containsSubsequence(
                        "江城市市场监督管理局",
                        "江市监竞审〔2026〕18号",
                        "关于《江城市公共停车场运营管理办法》的\n公平竞争审查意见",
                        "江城市城市管理局：",
                        "一、审查依据",
                        "二、征求意见情况",
                        "三、初审情况",
                        "四、审查情况",
                        "经逐条对照审查标准，未发现问题。",
                        "五、审查结论",
                        "符合公平竞争审查标准。",
                        "本意见仅对上述版本作出。",
                        "江城市市场监督管理局",
                        "2026年11月24日")
                .noneMatch(line -> line.contains("条款原文") || line.contains("法律顾问") || line.contains("需要作出"))
                .noneMatch(String::isBlank);
    }

    @Test
    void one_finding_is_shown_with_everything_that_belongs_to_it() {
        values.put("findings", findings(1));
        values.put("requiredChanges", List.of(Map.of("text", "删去第七条第一款。")));

        assertThat(render())
                .containsSubsequence(
                        "四、审查情况",
                        "（一）正文第1条第一款",
                        "条款原文：第1处表述",
                        "对照标准：不得限制进入（条例第八条第1项）。",
                        "审查理由：第1处理由",
                        "处理意见：第1处意见",
                        "五、审查结论",
                        "需要作出的修改：",
                        "1.删去第七条第一款。");
    }

    @Test
    void twelve_findings_are_numbered_in_chinese_and_stand_in_order() {
        values.put("findings", findings(12));

        var lines = render();

        assertThat(lines.stream().filter(line -> line.matches("（.+）正文第\\d+条.*")))
                .hasSize(12)
                .startsWith("（一）正文第1条第一款", "（二）正文第2条第一款")
                .endsWith("（十一）正文第11条第一款", "（十二）正文第12条第一款");
        assertThat(lines.stream().filter(line -> line.startsWith("审查理由：")))
                .hasSize(12)
                .doesNotHaveDuplicates();
    }

    @Test
    void sections_are_counted_on_when_the_adviser_and_an_exception_are_there() {
        values.put("adviser", adviser());
        values.put("exception", exception());

        assertThat(render())
                .containsSubsequence(
                        "四、审查情况",
                        "五、适用例外规定情况",
                        "期限或者条件合理的理由：与建设周期一致",
                        "六、法律顾问意见",
                        "2026年11月20日，法律顾问李某出具意见：建议明确退出条件。",
                        "采纳情况：已采纳",
                        "七、审查结论");
    }

    @Test
    void the_lines_of_a_text_become_paragraphs_of_the_same_style() throws IOException {
        values.put("hearing", "　　公开征求意见七个工作日。\r\n\r\n　　收到意见两条，均已采纳。");

        var paragraphs = paragraphs(bytes());

        int first = texts(paragraphs).indexOf("公开征求意见七个工作日。");
        assertThat(texts(paragraphs).get(first + 1)).isEqualTo("收到意见两条，均已采纳。");
        assertThat(paragraphs.get(first + 1).getStyle())
                .isEqualTo(paragraphs.get(first).getStyle())
                .isEqualTo("BodyText");
    }

    @Test
    void twenty_thousand_characters_arrive_complete() {
        var text = "招标文件不得以本地业绩作为评审条件".repeat(1200).substring(0, 20_000);
        values.put("conclusion", text);

        assertThat(render()).contains(text);
    }

    @Test
    void characters_of_every_kind_arrive_as_they_are() {
        var text = "<w:t>&amp;\"引号\"'𠮷' \uE000 — ％ ¥ ☐ “甲”《乙》〔丙〕 \\n $1 #{1+1} ${x} {{office}} {{?a}} }} [b] ｛｛c｝｝";
        values.put("preliminaryReview", text);
        values.put("findings", List.of(finding(1, text)));

        assertThat(render()).contains(text, "审查理由：" + text);
    }

    @Test
    void what_no_reader_could_see_is_left_out() {
        values.put("conclusion", "符合\u0000\u0007\uFEFF审查\u202E标准\uD800。\uFDD0\uFFFE");

        assertThat(render()).contains("符合审查标准。");
    }

    @Test
    void a_missing_value_is_refused_by_name() {
        values.remove("hearing");

        refuses("{{hearing}}");
    }

    @Test
    void an_empty_value_is_refused_like_a_missing_one() {
        values.put("hearing", " \n　");

        refuses("{{hearing}}");
    }

    @Test
    void a_value_missing_inside_a_finding_is_not_taken_from_outside() {
        values.put("reason", "不属于该问题的理由");
        var finding = new HashMap<>(finding(1, "x"));
        finding.remove("reason");
        values.put("findings", List.of(finding));

        refuses("{{reason}}");
    }

    @Test
    void a_block_needs_to_be_told_that_there_is_nothing() {
        values.remove("adviser");

        refuses("{{adviser}}");
    }

    private void refuses(String placeholder) {
        assertThatThrownBy(this::render).isInstanceOfSatisfying(TemplateRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.NO_VALUE);
            assertThat(refused.detail()).isEqualTo(placeholder);
            assertThat(refused).hasMessageContaining(OPINION).hasMessageContaining(placeholder);
        });
    }

    private byte[] bytes() {
        return new Templates(data).render(OPINION, values).bytes();
    }

    private List<String> render() {
        try {
            return texts(paragraphs(bytes()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<XWPFParagraph> paragraphs(byte[] document) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(document))) {
            return new ArrayList<>(word.getParagraphs());
        }
    }

    private static List<String> texts(List<XWPFParagraph> paragraphs) {
        return paragraphs.stream().map(XWPFParagraph::getText).toList();
    }

    static Map<String, @Nullable Object> opinion() {
        var opinion = new HashMap<String, @Nullable Object>();
        opinion.put("office", "江城市市场监督管理局");
        opinion.put("documentNumber", "江市监竞审〔2026〕18号");
        opinion.put("measureTitle", "江城市公共停车场运营管理办法");
        opinion.put("addressee", "江城市城市管理局");
        opinion.put("receivedOn", "2026年11月3日");
        opinion.put("draftingUnit", "江城市城市管理局");
        opinion.put("caseNumber", "GPJZ-2026-0042");
        opinion.put("versionDigest", "9f2c61d0a7");
        opinion.put("basis", "《公平竞争审查条例》第十四条，《公平竞争审查条例实施办法》第三十一条、第三十三条。");
        opinion.put("hearing", "起草单位通过政府网站公开征求意见七个工作日，收到意见两条，均已采纳。");
        opinion.put("preliminaryReview", "起草单位初审认为符合审查标准。");
        opinion.put("findingsSummary", "经逐条对照审查标准，未发现问题。");
        opinion.put("findings", List.of());
        opinion.put("exception", null);
        opinion.put("adviser", null);
        opinion.put("conclusion", "符合公平竞争审查标准。");
        opinion.put("requiredChanges", List.of());
        opinion.put("workAdvice", List.of());
        opinion.put("closing", "本意见仅对上述版本作出。");
        opinion.put("issuedOn", "2026年11月24日");
        return opinion;
    }

    static List<Map<String, String>> findings(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> finding(number, "第" + number + "处理由"))
                .toList();
    }

    static Map<String, String> finding(int number, String reason) {
        return Map.of(
                "address", "正文第" + number + "条第一款",
                "quotation", "第" + number + "处表述",
                "standard", "不得限制进入",
                "citation", "条例第八条第" + number + "项",
                "reason", reason,
                "disposition", "第" + number + "处意见");
    }

    static Map<String, String> adviser() {
        return Map.of("name", "李某", "date", "2026年11月20日", "opinion", "建议明确退出条件。", "adoption", "已采纳");
    }

    static Map<String, String> exception() {
        return Map.of(
                "effect", "短期内减少一家经营者",
                "ground", "条例第十二条第二项",
                "leastHarm", "其他方案不能达到同样效果",
                "period", "至2027年12月31日",
                "periodReason", "与建设周期一致",
                "other", "无");
    }
}
