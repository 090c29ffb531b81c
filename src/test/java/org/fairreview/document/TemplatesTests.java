package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.fairreview.document.TemplateRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that an office has written itself, well or badly. */
class TemplatesTests {

    private static final String OPINION = "fair-competition-review-opinion";

    @TempDir
    Path data;

    private Templates templates;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(data.resolve("templates"));
        templates = new Templates(data);
    }

    @Test
    void a_template_is_there_where_it_is_shipped_or_the_office_has_one() throws IOException {
        assertThat(templates.has(OPINION)).isTrue();
        assertThat(templates.has("opinion-of-our-own")).isFalse();
        Files.createFile(data.resolve("templates/opinion-of-our-own.docx"));
        assertThat(templates.has("opinion-of-our-own")).isTrue();
        assertThat(templates.has("../templates/opinion-of-our-own")).isFalse();
    }

    @Test
    void the_same_template_and_data_give_the_same_bytes_anywhere_and_any_day() throws Exception {
        var values = TemplateReviewOpinionTests.opinion();
        values.put("findings", TemplateReviewOpinionTests.findings(3));
        var first = templates.render(OPINION, values);

        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            // longer than the two seconds in which a zip counts time: a date of today would show
            Thread.sleep(2100);
            var second = templates.render(OPINION, new HashMap<>(values));

            assertThat(second.bytes()).isEqualTo(first.bytes());
            assertThat(second.sha256()).isEqualTo(first.sha256()).matches("[0-9a-f]{64}");
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void other_data_give_another_digest_and_the_same_template_version() {
        var values = TemplateReviewOpinionTests.opinion();
        var first = templates.render(OPINION, values);
        values.put("conclusion", "不符合公平竞争审查标准。");
        var second = templates.render(OPINION, values);

        assertThat(second.sha256()).isNotEqualTo(first.sha256());
        assertThat(second.templateVersion()).isEqualTo(first.templateVersion()).matches("[0-9a-f]{64}");
        assertThat(second.mediaType()).endsWith("wordprocessingml.document");
    }

    @Test
    void neither_people_nor_dates_of_the_template_get_into_the_document() throws IOException {
        var word = new XWPFDocument();
        word.createParagraph().createRun().setText("{{text}}");
        word.getProperties().getCoreProperties().setCreator("张三");
        word.getProperties().getCoreProperties().setLastModifiedByUser("李四");
        office(OPINION, word);

        var properties = part(templates.render(OPINION, Map.of("text", "正文")).bytes(), "docProps/core.xml");

        assertThat(properties).doesNotContain("张三", "李四", "created", "modified", "Apache");
    }

    @Test
    void a_template_without_file_properties_does_not_get_a_date_either() throws IOException {
        office("notice", "{{text}}");
        var file = data.resolve("templates/notice.docx");
        var parts = TemplatePackage.parts(Files.readAllBytes(file));
        for (var name : List.of("[Content_Types].xml", "_rels/.rels")) {
            var xml = new String(parts.get(name), StandardCharsets.UTF_8);
            parts.put(name, xml.replaceAll("<[^<]*docProps[^>]*/>", "").getBytes(StandardCharsets.UTF_8));
        }
        parts.keySet().removeIf(name -> name.startsWith("docProps/"));
        Files.write(file, TemplatePackage.file(parts));

        var document = templates.render("notice", Map.of("text", "x"));

        assertThat(part(document.bytes(), "docProps/core.xml")).doesNotContain("created", "modified");
    }

    @Test
    void the_template_of_the_office_comes_before_the_shipped_one() throws IOException {
        var shipped = templates.render(OPINION, TemplateReviewOpinionTests.opinion());
        office(OPINION, "本局自用：{{conclusion}}");

        var own = templates.render(OPINION, TemplateReviewOpinionTests.opinion());

        assertThat(texts(own)).containsExactly("本局自用：符合公平竞争审查标准。");
        assertThat(own.templateVersion()).isNotEqualTo(shipped.templateVersion());
    }

    @Test
    void a_template_can_be_one_that_only_the_office_has() throws IOException {
        office("own-notice", "通知：{{text}}");

        assertThat(render("own-notice", Map.of("text", "到会"))).containsExactly("通知：到会");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "../secret", "/etc/passwd", "a/b", "", "A", "a.docx"})
    void a_name_that_no_template_has_is_refused(String name) throws IOException {
        Files.writeString(data.resolve("secret.docx"), "x");

        assertThat(refusal(name, Map.of()).reason()).isEqualTo(Reason.MISSING);
    }

    @Test
    void a_file_that_is_no_word_file_is_refused() throws IOException {
        Files.writeString(data.resolve("templates/notice.docx"), "通知 {{text}}");

        assertThat(refusal("notice", Map.of("text", "x")).reason()).isEqualTo(Reason.BROKEN);
    }

    @Test
    void a_block_that_is_not_closed_is_refused_by_name() throws IOException {
        office("notice", "{{?adviser}}", "{{name}}");

        var refusal = refusal("notice", Map.of("adviser", Map.of("name", "李某")));

        assertThat(refusal.reason()).isEqualTo(Reason.BROKEN);
        assertThat(refusal.detail()).isEqualTo("{{?adviser}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{ text }}", "{{text}", "{text}}", "｛｛text｝｝", "{{text-1}}", "{{text + 1}}", "{{T(x).y()}}"})
    void braces_that_are_no_placeholder_are_refused(String mistyped) throws IOException {
        office("notice", "通知：" + mistyped);

        var refusal = refusal("notice", Map.of("text", "x"));

        assertThat(refusal.reason()).isEqualTo(Reason.MISTYPED);
        assertThat(mistyped).contains(refusal.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{@text}}", "{{#text}}", "{{*text}}", "{{+text}}"})
    void pictures_tables_lists_and_other_documents_are_refused(String placeholder) throws IOException {
        office("notice", "通知：" + placeholder);

        var refusal = refusal("notice", Map.of("text", "/etc/passwd"));

        assertThat(refusal.reason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal.detail()).isEqualTo(placeholder);
    }

    @Test
    void nothing_is_fetched_for_a_template_or_its_data() throws IOException {
        var requests = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        try {
            var address =
                    "http://127.0.0.1:%d/a.png".formatted(server.getAddress().getPort());
            office("notice", "{{text}}");
            assertThat(render("notice", Map.of("text", address))).containsExactly(address);
            office("notice", "{{@text}}");
            refusal("notice", Map.of("text", address));

            assertThat(requests).hasValue(0);
            assertThat(URI.create(address).toURL().openConnection().getHeaderField(0))
                    .contains("404");
            assertThat(requests).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void there_is_no_way_from_a_value_into_java() throws IOException {
        office("notice", "{{text.class.name}}");

        assertThat(refusal("notice", Map.of("text", "x")).detail()).isEqualTo("{{text.class.name}}");
    }

    @Test
    void a_picture_that_waits_to_be_replaced_is_refused() throws IOException {
        var word = new XWPFDocument();
        var run = word.createParagraph().createRun();
        try {
            run.addPicture(
                    new ByteArrayInputStream(new byte[] {1}),
                    PictureType.PNG,
                    "a.png",
                    Units.toEMU(10),
                    Units.toEMU(10));
        } catch (InvalidFormatException e) {
            throw new AssertionError(e);
        }
        run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr("{{picture}}");
        office("notice", word);

        assertThat(refusal("notice", Map.of("picture", "http://127.0.0.1:1/a.png")))
                .returns(Reason.FORBIDDEN, TemplateRefused::reason)
                .returns("{{picture}}", TemplateRefused::detail);
    }

    @Test
    void a_reference_out_of_the_document_is_refused_but_not_a_link() throws IOException {
        var word = new XWPFDocument();
        word.createParagraph().createRun().setText("{{text}}");
        word.createParagraph().createHyperlinkRun("https://example.org/").setText("网站");
        office("notice", word);
        assertThat(render("notice", Map.of("text", "x"))).containsExactly("x", "网站");

        word.getPackagePart()
                .addRelationship(
                        URI.create("http://127.0.0.1:1/normal.dotm"),
                        TargetMode.EXTERNAL,
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
        office("notice", word);
        assertThat(refusal("notice", Map.of("text", "x")))
                .returns(Reason.FORBIDDEN, TemplateRefused::reason)
                .returns("http://127.0.0.1:1/normal.dotm", TemplateRefused::detail);
    }

    @ParameterizedTest
    @CsvSource({"PAGE \\* MERGEFORMAT,true", "NUMPAGES,true", "DATE,false", "INCLUDETEXT /etc/passwd,false"})
    void only_fields_that_stay_the_same_are_allowed(String field, boolean allowed) throws IOException {
        var word = new XWPFDocument();
        var paragraph = word.createParagraph();
        paragraph.createRun().setText("{{text}}");
        paragraph.getCTP().addNewFldSimple().setInstr(" " + field + " ");
        office("notice", word);

        if (allowed) {
            assertThat(render("notice", Map.of("text", "x"))).hasSize(1);
        } else {
            assertThat(refusal("notice", Map.of("text", "x")).detail()).isEqualTo(field);
        }
    }

    @Test
    void a_tracked_change_is_refused() throws IOException {
        var word = new XWPFDocument();
        var paragraph = word.createParagraph();
        paragraph.createRun().setText("{{text}}");
        paragraph.getCTP().addNewIns().addNewR().addNewT().setStringValue("加入");
        office("notice", word);

        assertThat(refusal("notice", Map.of("text", "x")))
                .returns(Reason.FORBIDDEN, TemplateRefused::reason)
                .returns("w:ins", TemplateRefused::detail);
    }

    @Test
    void a_macro_is_refused() throws IOException {
        office("notice", "{{text}}");
        var file = data.resolve("templates/notice.docx");
        var parts = TemplatePackage.parts(Files.readAllBytes(file));
        parts.put("word/vbaProject.bin", new byte[] {1});
        Files.write(file, TemplatePackage.file(parts));

        assertThat(refusal("notice", Map.of("text", "x")).detail()).isEqualTo("word/vbaProject.bin");
    }

    @Test
    void a_placeholder_that_word_has_cut_into_pieces_is_still_one() throws IOException {
        var word = new XWPFDocument();
        var paragraph = word.createParagraph();
        for (var piece : List.of("甲{", "{te", "xt}", "}乙"))
            paragraph.createRun().setText(piece);
        office("notice", word);

        assertThat(render("notice", Map.of("text", "x"))).containsExactly("甲x乙");
    }

    @Test
    void a_value_has_the_formatting_of_its_placeholder() throws IOException {
        var word = new XWPFDocument();
        var paragraph = word.createParagraph();
        for (var piece : List.of("甲{{te", "xt}}乙")) {
            var run = paragraph.createRun();
            run.setText(piece);
            run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
            run.setFontFamily("楷体_GB2312", XWPFRun.FontCharRange.eastAsia);
            run.setShadow(true);
        }
        office("notice", word);

        var document = templates.render("notice", Map.of("text", "第一行\n第二行"));

        try (var rendered = new XWPFDocument(new ByteArrayInputStream(document.bytes()))) {
            assertThat(rendered.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("甲第一行", "第二行乙");
            assertThat(rendered.getParagraphs())
                    .flatExtracting(XWPFParagraph::getRuns)
                    .filteredOn(run -> !run.text().isEmpty())
                    .hasSize(4)
                    .allMatch(XWPFRun::isShadowed)
                    .allMatch(run ->
                            run.getFontFamily(XWPFRun.FontCharRange.eastAsia).equals("楷体_GB2312"));
        }
    }

    @Test
    void blocks_stand_in_blocks_and_the_outermost_data_can_be_reached() throws IOException {
        office(
                "notice",
                "{{?units}}",
                "{{_chineseNumber}}、{{name}}（{{_root.year}}）",
                "{{?measures}}",
                "{{_number}}.{{title}}{{?note}}，{{note}}{{/note}}",
                "{{/measures}}",
                "{{?none}}",
                "无",
                "{{/none}}",
                "{{/units}}");

        var lines = render(
                "notice",
                Map.of(
                        "year",
                        2026,
                        "units",
                        List.of(
                                Map.of(
                                        "name",
                                        "甲局",
                                        "none",
                                        false,
                                        "measures",
                                        List.of(
                                                Map.of("title", "一号", "note", "{{year}}"),
                                                Map.of("title", "二号", "note", ""))),
                                Map.of("name", "乙局", "none", true, "measures", List.of()))));

        assertThat(lines).containsExactly("一、甲局（2026）", "1.一号，{{year}}", "2.二号", "二、乙局（2026）", "无");
    }

    @Test
    void rows_of_a_table_are_repeated() throws IOException {
        var word = new XWPFDocument();
        var table = word.createTable(2, 2);
        table.getRow(0).getCell(0).setText("{{measures}}序号");
        table.getRow(0).getCell(1).setText("名称");
        table.getRow(1).getCell(0).setText("[_number]");
        table.getRow(1).getCell(1).setText("[title]");
        office("notice", word);

        var document = templates.render(
                "notice",
                Map.of(
                        "measures",
                        List.of(Map.of("title", "甲[title]{{title}}"), Map.of("title", "乙"), Map.of("title", "丙\n丁"))));

        try (var rendered = new XWPFDocument(new ByteArrayInputStream(document.bytes()))) {
            assertThat(rendered.getTables().get(0).getText().strip().lines())
                    .containsExactly("序号\t名称", "1\t甲[title]{{title}}", "2\t乙", "3\t丙\t丁");
            assertThat(rendered.getTables().get(0).getRow(3).getCell(1).getParagraphs())
                    .hasSize(2);
        }
    }

    @Test
    void a_row_asks_for_a_value_that_is_missing() throws IOException {
        var word = new XWPFDocument();
        var table = word.createTable(2, 1);
        table.getRow(0).getCell(0).setText("{{measures}}");
        table.getRow(1).getCell(0).setText("[name]");
        office("notice", word);

        assertThat(refusal("notice", Map.of("measures", List.of(Map.of("title", "甲"))))
                        .detail())
                .isEqualTo("{{name}}");
    }

    @Test
    void headers_and_footers_are_filled_in_too() throws IOException {
        var word = new XWPFDocument();
        word.createParagraph().createRun().setText("{{text}}");
        word.createHeader(HeaderFooterType.DEFAULT)
                .createParagraph()
                .createRun()
                .setText("{{office}}");
        office("notice", word);

        var document = templates.render("notice", Map.of("text", "x", "office", "{{甲}}局"));

        try (var rendered = new XWPFDocument(new ByteArrayInputStream(document.bytes()))) {
            assertThat(rendered.getHeaderList().get(0).getText().strip()).isEqualTo("{{甲}}局");
        }
    }

    @Test
    void a_value_that_is_no_text_is_the_fault_of_the_caller() throws IOException {
        office("notice", "{{date}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.render("notice", Map.of("date", LocalDate.of(2026, 11, 24))))
                .withMessageContaining("date");
        assertThat(refusal("notice", Map.of("date", true)).reason()).isEqualTo(Reason.NO_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"1,一", "10,十", "11,十一", "20,二十", "21,二十一", "100,一百", "101,一百零一", "110,一百一十", "1005,一千零五"})
    void numbers_are_written_in_chinese(int number, String chinese) {
        assertThat(TemplateData.chinese(number)).isEqualTo(chinese);
    }

    private void office(String name, String... paragraphs) throws IOException {
        var word = new XWPFDocument();
        for (var paragraph : paragraphs) word.createParagraph().createRun().setText(paragraph);
        office(name, word);
    }

    private void office(String name, XWPFDocument word) throws IOException {
        try (var file = Files.newOutputStream(data.resolve("templates").resolve(name + ".docx"))) {
            word.write(file);
        }
    }

    private TemplateRefused refusal(String name, Map<String, ? extends @Nullable Object> values) {
        var refusal = catchThrowableOfType(TemplateRefused.class, () -> templates.render(name, values));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    private List<String> render(String name, Map<String, ? extends @Nullable Object> values) throws IOException {
        return texts(templates.render(name, values));
    }

    private static List<String> texts(RenderedDocument document) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(document.bytes()))) {
            return word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    private static String part(byte[] document, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    var content = new ByteArrayOutputStream();
                    zip.transferTo(content);
                    return content.toString(StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }
}
