package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fairreview.document.WordLayout.Piece;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Letters as PDF: the words of the Word file, with glyphs that are drawn. */
class WordPdfTests {

    private static final float DPI = 60;
    private static final float PICTURE_DPI = 72;

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

    private static boolean font(PDResources resources, COSName name) {
        try {
            return resources.getFont(name).isEmbedded();
        } catch (IOException e) {
            return false;
        }
    }

    /** How many different pictures the characters of a line have: boxes for missing glyphs would all be one. */
    private static long distinctGlyphs(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 144);
        Set<Integer> seen = new HashSet<>();
        int side = 32;
        for (int x = 0; x + side < page.getWidth(); x += side) {
            for (int y = 0; y + side < page.getHeight(); y += side) {
                int[] points = page.getRGB(x, y, side, side, null, 0, side);
                if (Arrays.stream(points).filter(point -> (point & 0xFF) < 128).count() > 60) {
                    seen.add(Arrays.hashCode(points));
                }
            }
        }
        return seen.size();
    }

    private static long ink(BufferedImage picture, int color) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .filter(point -> near(point >> 16, color >> 16) && near(point >> 8, color >> 8) && near(point, color))
                .count();
    }

    private static boolean near(int one, int other) {
        return Math.abs((one & 0xFF) - (other & 0xFF)) < 90;
    }

    private static String words(WordLayout.Paragraph paragraph) {
        return paragraph.pieces().stream().map(Piece::text).collect(Collectors.joining());
    }

    private byte[] letter() {
        return new Templates(data).render("letter-rectification", values()).bytes();
    }

    /** Draws the letters of the handbook: {@code -Dletters.draw=true}. */
    @Test
    @EnabledIfSystemProperty(named = "letters.draw", matches = "true")
    void draws_four_kinds_for_the_handbook() throws IOException {
        draw("rectification", values());
        Map<String, @Nullable Object> reminder = values();
        reminder.put("documentNumber", "襄市监竞提〔2026〕5号");
        reminder.put("findings", List.of());
        reminder.put("statement", null);
        reminder.put("request", "请你单位对照公平竞争审查标准和程序自行核查，发现问题的及时改正，并将核查、改正情况书面反馈我局。");
        reminder.put("replyLimit", "10个工作日");
        reminder.put("severalAttachments", false);
        reminder.put("moreAttachments", List.of());
        draw("reminder", reminder);
        Map<String, @Nullable Object> urging = values();
        urging.put("documentNumber", "襄市监竞敦〔2026〕1号");
        urging.put("title", "停车行业公平竞争审查有关问题");
        urging.put("addressee", "襄阳市住房和城乡建设局");
        urging.put("facts", "我局在抽查中发现，近期印发的停车行业政策措施普遍以注册地、纳税地限定经营者。");
        urging.put("statement", "上述做法在停车行业具有普遍性，有限制外地经营者进入本地市场的风险。");
        urging.put(
                "measures",
                List.of(
                        Map.of("measure", "《襄阳市智慧停车建设管理办法》（襄政办发〔2026〕8号）", "drafter", "襄阳市发展和改革委员会"),
                        Map.of("measure", "《襄阳市停车场备案管理规定》（襄建发〔2026〕21号）", "drafter", "襄阳市住房和城乡建设局")));
        urging.put("findings", List.of());
        urging.put("request", "请采取措施，督促本行业、本领域、本地区有关单位开展自查整改，防范同类问题再次发生，并将有关情况书面反馈我局。");
        urging.put("severalAttachments", false);
        urging.put("moreAttachments", List.of());
        draw("urging", urging);
        Map<String, @Nullable Object> interview = values();
        interview.put("documentNumber", "襄市监竞约〔2026〕1号");
        interview.put("addressee", "樊城区商务局");
        interview.put("facts", "樊城区商务局起草的《樊城区商贸流通企业扶持办法》印发时尚未取得公平竞争审查结论。");
        interview.put("title", "《樊城区商贸流通企业扶持办法》公平竞争审查有关问题");
        interview.put("statement", "樊城区市场监督管理局于2026年9月7日以樊市监竞督〔2026〕2号督促樊城区商务局整改，期限至2026年10月26日，至今未收到整改情况。");
        interview.put("findings", List.of());
        interview.put("appointment", "2026年11月30日上午9时，襄阳市市场监督管理局三楼会议室，单位主要负责人。");
        interview.put("request", "请你单位负责人按时参加约谈，说明情况，并于约谈后按要求整改，将整改情况书面报送我局。");
        interview.put("copyTo", "樊城区人民政府办公室，樊城区市场监督管理局。");
        interview.put("severalAttachments", false);
        interview.put("moreAttachments", List.of());
        draw("interview", interview);
    }

    /** The pages side by side. */
    private void draw(String kind, Map<String, @Nullable Object> values) throws IOException {
        byte[] word = new Templates(data).render("letter-" + kind, values).bytes();
        Files.write(Path.of("target", "letter-" + kind + ".docx"), word);
        byte[] pdf = new WordPdf(new PdfFonts("")).of(word).orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            int pages = document.getNumberOfPages();
            BufferedImage first = renderer.renderImageWithDPI(0, PICTURE_DPI);
            BufferedImage all = new BufferedImage(
                    (first.getWidth() + 10) * pages - 10, first.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = all.createGraphics();
            canvas.setColor(new Color(0xD0D4DA));
            canvas.fillRect(0, 0, all.getWidth(), all.getHeight());
            for (int page = 0; page < pages; page++) {
                canvas.drawImage(
                        renderer.renderImageWithDPI(page, PICTURE_DPI), (first.getWidth() + 10) * page, 0, null);
            }
            ImageIO.write(
                    all,
                    "png",
                    Path.of("docs", "images", "letter-" + kind + ".png").toFile());
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
