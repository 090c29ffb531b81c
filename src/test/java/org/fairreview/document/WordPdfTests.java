package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fairreview.document.WordLayout.Piece;
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
        assertThat(fonts.chinese())
                .as("a font for Chinese, without which no PDF can be tried: install fonts-noto-cjk, as .ci/run does")
                .isPresent();
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
        return new Templates(data)
                .render("letter-rectification", LetterPictures.values())
                .bytes();
    }
}
