package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fairreview.document.WordLayout.Piece;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters as PDF: the words of the Word file, with glyphs that are drawn. */
class WordPdfTests {

    private static final float DPI = 60;

    /** GB/T 9704-2012: 37, 26, 35 and 28 mm around 156 × 225 mm. */
    private static final float MM = 72 / 25.4f;

    @TempDir
    Path data;

    @Test
    void the_page_of_a_letter_is_that_of_an_official_document() throws IOException {
        WordLayout layout = WordLayout.of(letter());

        assertThat(layout.page())
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Math.abs(a - b) < 0.3f, Float.class)
                .isEqualTo(new WordLayout.Page(210 * MM, 297 * MM, 37 * MM, 26 * MM, 35 * MM, 28 * MM));
        WordLayout.Paragraph text = layout.paragraphs().stream()
                .filter(each -> words(each).startsWith("襄阳市发展和改革委员会起草的"))
                .findFirst()
                .orElseThrow();
        assertThat(text.exact()).isTrue();
        assertThat((int) (225 * MM / text.line())).as("lines on a page").isEqualTo(22);
        Piece piece = text.pieces().get(0);
        assertThat((int) (156 * MM / (piece.size() + piece.spacing())))
                .as("characters in a line")
                .isEqualTo(28);
        assertThat(piece.font()).contains("仿宋");
        WordLayout.Paragraph head = layout.paragraphs().get(0);
        assertThat(head.pieces().get(0).color()).as("the red head").isEqualTo(0xFF0000);
        assertThat(layout.paragraphs().get(1).bottom()).as("the red line").isNotNull();
    }

    @Test
    void chinese_glyphs_are_drawn_and_red_is_red() throws IOException {
        PdfFonts fonts = new PdfFonts("");
        assumeThat(fonts.chinese()).as("a font for Chinese").isPresent();
        byte[] pdf = new WordPdf(fonts).of(letter()).orElseThrow();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("襄市监竞督〔2026〕3号", "关于《襄阳市智慧停车建设管理办法》公平竞争审查有关问题的整改督促函", "抄送：襄阳市人民政府办公室");
            document.getPages()
                    .forEach(page -> page.getResources().getFontNames().forEach(name -> assertThat(
                                    font(page.getResources(), name))
                            .as(name.getName())
                            .isTrue()));
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            assertThat(ink(picture, 0xFF0000)).as("red points of head and line").isGreaterThan(200);
            assertThat(ink(picture, 0x000000)).as("black points of the text").isGreaterThan(2_000);
            assertThat(distinctGlyphs(document)).as("glyphs that differ").isGreaterThan(20);
        }
    }

    @Test
    void without_a_font_for_chinese_there_is_no_pdf() {
        assertThat(new WordPdf(new PdfFonts("/nowhere/font.ttf")).of(letter())).isEmpty();
    }

    private static boolean font(org.apache.pdfbox.pdmodel.PDResources resources, org.apache.pdfbox.cos.COSName name) {
        try {
            return resources.getFont(name).isEmbedded();
        } catch (IOException e) {
            return false;
        }
    }

    /** How many different pictures the characters of a line have: boxes for missing glyphs would all be one. */
    private static long distinctGlyphs(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 144);
        java.util.Set<Integer> seen = new java.util.HashSet<>();
        int side = 32;
        for (int x = 0; x + side < page.getWidth(); x += side) {
            for (int y = 0; y + side < page.getHeight(); y += side) {
                int[] points = page.getRGB(x, y, side, side, null, 0, side);
                if (java.util.Arrays.stream(points)
                                .filter(point -> (point & 0xFF) < 128)
                                .count()
                        > 60) {
                    seen.add(java.util.Arrays.hashCode(points));
                }
            }
        }
        return seen.size();
    }

    private static long ink(BufferedImage picture, int color) {
        return java.util.Arrays.stream(
                        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .filter(point -> near(point >> 16, color >> 16) && near(point >> 8, color >> 8) && near(point, color))
                .count();
    }

    private static boolean near(int one, int other) {
        return Math.abs((one & 0xFF) - (other & 0xFF)) < 90;
    }

    private static String words(WordLayout.Paragraph paragraph) {
        return paragraph.pieces().stream().map(Piece::text).collect(java.util.stream.Collectors.joining());
    }

    private byte[] letter() {
        byte[] bytes =
                new Templates(data).render("letter-rectification", values()).bytes();
        if (Boolean.getBoolean("letters.pictures")) {
            write(bytes);
        }
        return bytes;
    }

    private static void write(byte[] bytes) {
        try {
            Files.write(Path.of("/tmp/letters-rect.docx"), bytes);
            Files.write(
                    Path.of("/tmp/letters-rect.pdf"),
                    new WordPdf(new PdfFonts("")).of(bytes).orElseThrow());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a rectification letter is filled with. */
    static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("office", "襄阳市市场监督管理局");
        values.put("documentNumber", "襄市监竞督〔2026〕3号");
        values.put("signer", "张伟");
        values.put("title", "《襄阳市智慧停车建设管理办法》公平竞争审查有关问题");
        values.put("addressee", "襄阳市发展和改革委员会");
        values.put("facts", "襄阳市发展和改革委员会起草的《襄阳市智慧停车建设管理办法》（襄政办发〔2026〕8号）于2026年9月14日印发，印发时尚未取得公平竞争审查结论。");
        values.put("statement", "我局于2026年10月9日对该政策措施及其审查程序进行了核查，听取了你单位的意见。");
        values.put("measures", List.of());
        values.put(
                "findings",
                List.of(finding("第五条第一款", "参与停车场建设运营的企业应当在本市注册并具有独立法人资格。"), finding("第七条", "停车场设备优先采购列入本市推荐目录的产品。")));
        values.put("request", "请你单位停止执行上述内容，按规定修订或者废止有关政策措施，对该政策措施的其他内容一并对照审查标准核查整改，并将整改情况书面报送我局。");
        values.put("replyLimit", "30个工作日");
        values.put("contact", "赵磊，0710-0000000");
        values.put("attachment", "政策措施核查记录");
        values.put("oneAttachment", false);
        values.put("severalAttachments", true);
        values.put("moreAttachments", List.of(Map.of("number", 2, "name", "有关条款对照表")));
        values.put("copyTo", "襄阳市人民政府办公室，襄阳市司法局。");
        values.put("issuedOn", "2026年11月24日");
        values.put("disciplineCase", null);
        values.put("appointment", null);
        return values;
    }

    private static Map<String, @Nullable Object> finding(String address, String quotation) {
        Map<String, @Nullable Object> finding = new HashMap<>();
        finding.put("place", "《襄阳市智慧停车建设管理办法》" + address);
        finding.put("quotation", quotation);
        finding.put("standard", "限制、排斥外地经营者在本地投资经营或者设立分支机构（条例第九条第四项）");
        finding.put("reason", "该条款对经营者的注册地提出要求，限制外地经营者参与本地停车场建设运营。");
        finding.put("asked", "删去该要求。");
        return finding;
    }
}
