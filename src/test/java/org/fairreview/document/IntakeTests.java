package org.fairreview.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.fairreview.document.Reading.Readable;
import org.fairreview.document.Reading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;

/** Files as people submit them: read, read with a warning, or refused with a sentence that helps. */
class IntakeTests {

    private static final String TITLE = "示范区促进夜间经济发展若干措施";
    private static final String FIRST = "第一条 鼓励商户延长营业时间，对延时经营的商户一视同仁给予补贴。";
    private static final String SECOND = "第二条 各类经营者依法平等使用公共场地，不因注册地不同而区别对待。";
    private static final String TEXT = TITLE + "\n" + FIRST + "\n" + SECOND + "\n";
    private static final List<String> PAGE = List.of(TITLE, FIRST, SECOND);

    private final Intake intake = new Intake(DataSize.ofMegabytes(50));

    @Test
    void a_word_file_is_read() {
        var reading = readable("办法.docx", SampleFiles.docx(TITLE, FIRST, SECOND));
        assertThat(addresses(reading)).containsExactly("标题", "第一条", "第二条");
        assertThat(reading.text().text()).isEqualTo(TEXT.strip());
        assertThat(reading.text().extractor()).matches("tika \\d+\\.\\d+\\.\\d+");
        assertThat(reading.mediaType()).endsWith("wordprocessingml.document");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void a_pdf_file_is_read_and_its_lines_are_paragraphs_again() {
        var paragraph = "商户申请补贴应当提交申请表。主管部门应当自受理之日起十日内作出决定，并将结果向社会公开，接受监督。";
        var reading = readable("办法.PDF", SampleFiles.pdf(List.of(TITLE, FIRST, paragraph), List.of(SECOND, "— 2 —")));
        assertThat(addresses(reading)).containsExactly("标题", "第一条第一款", "第一条第二款", "第二条");
        assertThat(reading.text().passages().get(2).text()).isEqualTo(paragraph);
        assertThat(reading.text().extractor()).startsWith("pdfbox 3.");
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void a_text_file_is_read_in_utf8_with_or_without_mark_and_in_gbk() {
        for (var bytes : List.of(
                TEXT.getBytes(UTF_8), ("\uFEFF" + TEXT).getBytes(UTF_8), TEXT.getBytes(Charset.forName("GBK")))) {
            var reading = readable("办法.txt", bytes);
            assertThat(reading.text().text()).isEqualTo(TEXT.strip());
            assertThat(reading.warnings()).isEmpty();
        }
    }

    @Test
    void the_same_words_have_the_same_digest_whatever_their_line_ends() {
        var windows = readable("办法.txt", ("　　" + TEXT.replace("\n", "\r\n")).getBytes(UTF_8));
        var unix = readable("办法.txt", TEXT.getBytes(UTF_8));
        assertThat(windows.text().sha256()).isEqualTo(unix.text().sha256());
    }

    @Test
    void an_empty_file_is_refused() {
        assertThat(refused("办法.docx", new byte[0])).contains("文件是空的");
    }

    @Test
    void a_file_of_60_MB_is_refused() {
        assertThat(refused("办法.pdf", new byte[60 << 20])).contains("60 MB").contains("50 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"办法.rtf", "办法.ofd", "办法.exe", "办法", "办法.docx.zip"})
    void another_extension_is_refused(String name) {
        assertThat(refused(name, TEXT.getBytes(UTF_8))).contains("只能上传 .docx、.doc、.wps、.pdf 或 .txt");
    }

    @Test
    void content_that_contradicts_the_extension_is_refused() {
        var docx = SampleFiles.docx(TITLE, FIRST);
        var pdf = SampleFiles.pdf(PAGE);
        assertThat(refused("办法.pdf", docx)).contains("扩展名是 .pdf，内容却是Word 文件");
        assertThat(refused("办法.docx", pdf)).contains("内容却是PDF 文件");
        assertThat(refused("办法.txt", docx)).contains("内容却是Word 文件");
        assertThat(refused("办法.txt", pdf)).contains("内容却是PDF 文件");
        assertThat(refused("办法.txt", SampleFiles.png())).contains("内容却是图片");
        assertThat(refused("办法.docx", TEXT.getBytes(UTF_8))).contains("内容却是纯文本");
        assertThat(refused(
                        "办法.docx",
                        "<html><body>%s</body></html>".formatted(TEXT).getBytes(UTF_8)))
                .contains("内容却是网页");
    }

    @Test
    void an_old_office_file_under_a_new_name_is_refused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var old = new POIFSFileSystem()) {
            old.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
            old.writeFilesystem(out);
        }
        assertThat(refused("办法.docx", out.toByteArray())).contains("旧版 Office 文件");
    }

    @ParameterizedTest
    @ValueSource(strings = {"办法.doc", "办法.wps"})
    void a_file_of_word_before_2007_is_read_with_a_notice(String name) throws Exception {
        byte[] bytes = getClass().getResourceAsStream("/document/word-97.doc").readAllBytes();
        var reading = readable(name, bytes);
        assertThat(reading.text().passages())
                .anySatisfy(passage -> assertThat(passage.address()).isEqualTo("第二条"))
                .anySatisfy(passage -> assertThat(passage.text()).contains("在本市登记注册的会展企业"));
        assertThat(reading.warnings()).singleElement().satisfies(notice -> assertThat(notice.getCodes())
                .anyMatch(code -> code.contains("old-word")));
        assertThat(refused(name, Arrays.copyOf(bytes, 3000))).contains("已损坏");
        assertThat(refused(name, TEXT.getBytes(UTF_8))).contains("内容却是纯文本");
    }

    @Test
    void an_encrypted_word_file_is_refused() {
        assertThat(refused("办法.docx", SampleFiles.encryptedDocx(SampleFiles.docx(TITLE, FIRST))))
                .contains("取消密码保护");
    }

    @Test
    void the_pages_of_a_pdf_file_are_counted_and_not_believed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(bytes, CompressParameters.NO_COMPRESSION);
        }
        var lying = bytes.toString(ISO_8859_1).replace("/Count 1", "/Count 9");

        assertThat(lying).contains("/Count 9");
        assertThat(refused("办法.pdf", lying.getBytes(ISO_8859_1))).contains("PDF 共 1 页，其中 1 页");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", ""})
    void an_encrypted_pdf_file_is_refused_with_and_without_a_password_to_open_it(String password) {
        assertThat(refused("办法.pdf", SampleFiles.encryptedPdf(password, PAGE))).contains("取消加密");
    }

    @Test
    void a_scanned_pdf_file_is_refused() {
        assertThat(refused("办法.pdf", SampleFiles.scannedPdf(3)))
                .contains("共 3 页，其中 3 页")
                .contains("扫描件");
        assertThat(refused("办法.pdf", SampleFiles.scannedPdf(3, PAGE))).contains("共 4 页，其中 3 页");
    }

    @Test
    void a_pdf_file_without_a_page_is_refused_as_what_it_is() {
        assertThat(refused("办法.pdf", SampleFiles.scannedPdf(0)))
                .contains("一页也没有")
                .doesNotContain("扫描件");
    }

    @Test
    void a_text_with_a_scanned_page_is_read_with_a_warning() {
        var reading = readable("办法.pdf", SampleFiles.scannedPdf(1, PAGE, PAGE));
        assertThat(warnings(reading)).singleElement().asString().contains("PDF 第 3 页没有可读取的文字");
    }

    @Test
    void a_word_file_of_pictures_is_refused() {
        assertThat(refused("办法.docx", SampleFiles.docxOfPictures())).contains("只有图片");
    }

    @Test
    void files_without_text_are_refused() {
        assertThat(refused("办法.docx", SampleFiles.docx(""))).contains("没有文字");
        assertThat(refused("办法.txt", " \r\n　\n".getBytes(UTF_8))).contains("没有文字");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 90, 99})
    void a_word_file_cut_off_is_refused(int percent) {
        var docx = SampleFiles.docx(TITLE, FIRST, SECOND);
        assertThat(refused("办法.docx", Arrays.copyOf(docx, docx.length * percent / 100)))
                .contains("Word 文件已损坏");
    }

    @Test
    void a_word_file_with_a_changed_byte_is_refused() {
        var docx = SampleFiles.docx(TITLE, FIRST, SECOND);
        docx[docx.length / 2] ^= 0x55;
        assertThat(refused("办法.docx", docx)).contains("Word 文件已损坏");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 95})
    void a_pdf_file_cut_off_is_refused(int percent) {
        var pdf = SampleFiles.pdf(PAGE);
        assertThat(refused("办法.pdf", Arrays.copyOf(pdf, pdf.length * percent / 100)))
                .contains("PDF 文件已损坏");
    }

    @Test
    void a_zip_bomb_is_refused() {
        var bomb = SampleFiles.withParts(
                SampleFiles.docx(TITLE, FIRST), Map.of("word/media/image1.bmp", new byte[40 << 20]));
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refused("办法.docx", bomb)).contains("展开后异常庞大");
    }

    @Test
    void a_text_in_another_character_set_is_refused() {
        assertThat(refused("办法.txt", TEXT.getBytes(UTF_16BE))).contains("UTF-8");
    }

    @Test
    void a_text_in_utf16_that_says_so_is_read() {
        assertThat(readable("办法.txt", TEXT.getBytes(UTF_16)).text().text())
                .isEqualTo(readable("办法.txt", TEXT.getBytes(UTF_8)).text().text());
        assertThat(readable("办法.txt", ("\uFEFF" + TEXT).getBytes(UTF_16LE))
                        .text()
                        .text())
                .isEqualTo(readable("办法.txt", TEXT.getBytes(UTF_8)).text().text());
    }

    @Test
    void a_text_with_a_few_lost_characters_is_read_with_their_places() {
        var damaged = TEXT.replace("营业时间", "营业\uE723间").replace("不因", "\uFFFD因");
        var reading = readable("办法.txt", damaged.getBytes(UTF_8));
        assertThat(warnings(reading))
                .satisfiesExactly(
                        first -> assertThat(first).contains("第一条有无法识别的字符").contains("延长营业□间"),
                        second -> assertThat(second).contains("第二条").contains("□因注册地"));
    }

    @Test
    void a_utf8_text_with_a_few_broken_bytes_is_read_with_their_places() {
        var reading = readable("办法.txt", withBrokenByte(UTF_8));
        assertThat(warnings(reading)).singleElement().asString().contains("第一条").contains("鼓励商户□");
    }

    @Test
    void a_gbk_text_with_a_broken_byte_is_refused_because_other_words_may_come_of_it() {
        assertThat(refused("办法.txt", withBrokenByte(Charset.forName("GBK")))).contains("UTF-8");
    }

    private static byte[] withBrokenByte(Charset charset) {
        var bytes = (TEXT + SECOND.repeat(20)).getBytes(charset);
        bytes[(TITLE + "\n第一条 鼓励商户").getBytes(charset).length] = (byte) 0xFF;
        return bytes;
    }

    @Test
    void a_text_that_is_mostly_rubbish_is_refused() {
        var lost = TEXT.replaceAll("[一-龥]{2}", "\uFFFD");
        var gbkAsLatin = new String(TEXT.getBytes(Charset.forName("GBK")), Charset.forName("ISO-8859-1"));
        var utf8AsGbk = new String(TEXT.getBytes(UTF_8), Charset.forName("GBK"));
        for (var rubbish : List.of(lost, gbkAsLatin, utf8AsGbk)) {
            assertThat(refused("办法.txt", rubbish.getBytes(UTF_8))).contains("乱码过多");
            assertThat(refused("办法.docx", SampleFiles.docx(rubbish.replaceAll("[\\p{Cc}]", ""))))
                    .contains("乱码过多");
        }
    }

    @Test
    void a_classified_text_is_refused_in_every_kind_of_file() {
        var mark = "机密★1年";
        assertThat(refused("办法.txt", (mark + "\n" + TEXT).getBytes(UTF_8))).contains("密级标志");
        assertThat(refused("办法.docx", SampleFiles.docx(mark, TITLE, FIRST))).contains("密级标志");
        assertThat(refused("办法.pdf", SampleFiles.pdf(List.of(mark, TITLE, FIRST, SECOND))))
                .contains("密级标志");
    }

    @Test
    void a_mark_in_the_header_of_a_word_file_is_seen() {
        assertThat(refused("办法.docx", SampleFiles.docxWithHeader("秘密★3年", TITLE, FIRST)))
                .contains("密级标志");
        assertThat(readable("办法.docx", SampleFiles.docxWithHeader("商业秘密保护", TITLE, FIRST))
                        .text()
                        .text())
                .doesNotContain("商业秘密");
    }

    @Test
    void numbers_that_word_counts_itself_are_read_as_they_look() {
        var reading = readable("办法.docx", SampleFiles.docx(document -> {
            document.createParagraph().createRun().setText(TITLE);
            var list = chineseList(document);
            for (var text : List.of("甲企业适用本措施。", "符合下列条件的给予补贴：")) {
                var paragraph = document.createParagraph();
                paragraph.setNumID(list);
                paragraph.createRun().setText(text);
            }
            for (var text : List.of("依法登记；", "按期申报。")) {
                var paragraph = document.createParagraph();
                paragraph.setNumID(list);
                paragraph.setNumILvl(BigInteger.ONE);
                paragraph.createRun().setText(text);
            }
        }));
        assertThat(addresses(reading)).containsExactly("标题", "第一条", "第二条", "第二条第(一)项", "第二条第(二)项");
        assertThat(reading.text().passages().get(4).text()).isEqualTo("（二）按期申报。");
    }

    @Test
    void numbers_that_a_style_counts_are_read_as_they_look() {
        var reading = readable("办法.docx", SampleFiles.docx(document -> {
            document.createParagraph().createRun().setText(TITLE);
            var numbered = CTStyle.Factory.newInstance();
            numbered.setStyleId("Article");
            var numbers = numbered.addNewPPr().addNewNumPr();
            numbers.addNewNumId().setVal(chineseList(document));
            document.createStyles().addStyle(new XWPFStyle(numbered));
            for (var text : List.of("甲企业适用本措施。", "乙企业参照执行。")) {
                var paragraph = document.createParagraph();
                paragraph.setStyle("Article");
                paragraph.createRun().setText(text);
            }
        }));
        assertThat(addresses(reading)).containsExactly("标题", "第一条", "第二条");
    }

    @Test
    void deleted_words_are_not_read_and_tracked_changes_are_named() {
        var reading = readable("办法.docx", SampleFiles.docx(document -> {
            document.createParagraph().createRun().setText(TITLE);
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("第一条 商户");
            var deleted = paragraph.getCTP().addNewDel();
            deleted.setAuthor("起草人");
            deleted.setId(BigInteger.ONE);
            deleted.addNewR().addNewDelText().setStringValue("须在本区注册");
            paragraph.createRun().setText("可以申请补贴，不受注册地限制。");
        }));
        assertThat(reading.text().text()).contains("商户可以申请").doesNotContain("本区注册");
        assertThat(warnings(reading)).singleElement().asString().contains("修订痕迹");
    }

    @Test
    void tables_are_read_row_by_row() {
        var reading = readable("清单.docx", SampleFiles.docx(document -> {
            document.createParagraph().createRun().setText("示范区夜间经济补贴目录");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("项目");
            table.getRow(0).getCell(1).setText("标准");
            table.getRow(1).getCell(0).setText("延时经营");
            table.getRow(1).getCell(1).setText("每月一千元");
        }));
        assertThat(addresses(reading)).containsExactly("标题", "表1第1行", "表1第2行");
        assertThat(reading.text().passages().get(2).text()).isEqualTo("| 延时经营 | 每月一千元 |");
    }

    @Test
    void look_alikes_of_characters_become_the_characters() {
        assertThat(readable("办法.txt", TEXT.replace("一视", "⼀视").getBytes(UTF_8))
                        .text()
                        .text())
                .contains("一视同仁");
    }

    private static BigInteger chineseList(XWPFDocument document) {
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.ZERO);
        int index = 0;
        for (var form : List.of("第%1条", "（%2）")) {
            var level = definition.addNewLvl();
            level.setIlvl(BigInteger.valueOf(index++));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.CHINESE_COUNTING);
            level.addNewLvlText().setVal(form);
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
    }

    private Readable readable(String name, byte[] bytes) {
        var reading = intake.read(name, bytes);
        assertThat(reading).isInstanceOf(Readable.class);
        return (Readable) reading;
    }

    private String refused(String name, byte[] bytes) {
        var reading = intake.read(name, bytes);
        assertThat(reading).isInstanceOf(Unreadable.class);
        return messages().getMessage((Unreadable) reading, Locale.CHINA);
    }

    private static List<String> addresses(Readable reading) {
        return reading.text().passages().stream().map(Passage::address).toList();
    }

    private static List<String> warnings(Readable reading) {
        return reading.warnings().stream()
                .map(warning -> messages().getMessage(warning, Locale.CHINA))
                .toList();
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/document");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
