package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are bound in between what is set. */
class PdfBinderTests {

    /** The mark stands at 900, 650 in a box of 1000 by 700 points that begins at 300, 200. */
    @ParameterizedTest
    @CsvSource({"0, 536, 242", "90, 550, 758", "180, 60, 599", "270, 45, 84"})
    void a_page_that_lies_on_its_side_or_begins_elsewhere_stands_upright_and_whole_on_its_sheet(
            int rotation, float fromLeft, float fromTop) throws IOException {
        byte[] odd = pdf(new PDRectangle(300, 200, 1000, 700), rotation, 1200, 850);

        TextPosition mark = markOf(bind(odd));

        assertThat(mark.getX()).isCloseTo(fromLeft, within(2f));
        assertThat(mark.getY()).isCloseTo(fromTop, within(2f));
    }

    /** The mark comes to stand at every place of a line, also where the line is full. */
    @ParameterizedTest
    @ValueSource(chars = {'，', '。', '、', '；', '：', '？', '！', '）', '》', '”', '〉', '」', '』', '】', '’', '％', '…'})
    void no_line_begins_with_a_mark_that_belongs_to_what_stands_before_it(char mark) throws IOException {
        assertThat(linesWith(String.valueOf(mark))).hasSizeGreaterThan(160).noneMatch(line -> line.charAt(0) == mark);
    }

    @ParameterizedTest
    @ValueSource(chars = {'（', '《', '“', '〈', '「', '『', '【', '‘'})
    void no_line_ends_with_a_mark_that_belongs_to_what_stands_behind_it(char mark) throws IOException {
        assertThat(linesWith(String.valueOf(mark)))
                .hasSizeGreaterThan(160)
                .noneMatch(line -> line.charAt(line.length() - 1) == mark);
    }

    @Test
    void marks_that_stand_together_stay_on_their_sides() throws IOException {
        assertThat(linesWith("》。“《"))
                .hasSizeGreaterThan(160)
                .noneMatch(line -> "》。".indexOf(line.charAt(0)) >= 0)
                .noneMatch(line -> "“《".indexOf(line.charAt(line.length() - 1)) >= 0);
    }

    private static List<String> linesWith(String marks) throws IOException {
        String text = IntStream.range(1, 80)
                .mapToObj(length -> "汉".repeat(length) + marks + "字".repeat(60))
                .collect(Collectors.joining("\n"));
        try (PDDocument read = Loader.loadPDF(bind(new PdfPart.Text(text)))) {
            List<String> lines = new PDFTextStripper()
                    .getText(read)
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.chars().anyMatch(character -> ("汉字" + marks).indexOf(character) >= 0))
                    .toList();
            assertThat(lines.stream().flatMapToInt(String::chars).filter(character -> marks.indexOf(character) >= 0))
                    .as("every mark was set")
                    .hasSize(79 * marks.length());
            return lines;
        }
    }

    @Test
    void a_file_that_only_looks_like_a_pdf_is_stood_in_for() throws IOException {
        byte[] bound = bind("%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII));

        try (PDDocument read = Loader.loadPDF(bound)) {
            assertThat(new PDFTextStripper().getText(read)).contains("原件另存");
        }
    }

    private static byte[] bind(byte[] file) {
        return bind(new PdfPart.Inserted("件", file, "原件另存"));
    }

    private static byte[] bind(PdfPart.Block block) {
        PdfPart part = new PdfPart("材料", List.of(block));
        PdfBook book = new PdfBook(
                "案卷",
                List.of(List.of("案号", "1")),
                new PdfBook.Contents("目录", "内容", "页次"),
                List.of(part),
                count -> new PdfPart("备考表", List.of()));
        return new PdfBinder(new PdfFonts("")).bind(book).orElseThrow();
    }

    private static byte[] pdf(PDRectangle box, int rotation, float x, float y) throws IOException {
        try (PDDocument made = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(box);
            page.setRotation(rotation);
            made.addPage(page);
            try (PDPageContentStream canvas = new PDPageContentStream(made, page)) {
                canvas.beginText();
                canvas.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                canvas.newLineAtOffset(x, y);
                canvas.showText("Q");
                canvas.endText();
            }
            made.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static TextPosition markOf(byte[] bound) throws IOException {
        try (PDDocument read = Loader.loadPDF(bound)) {
            TextPosition[] found = new TextPosition[1];
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (text.getUnicode().equals("Q")) {
                        found[0] = text;
                    }
                }
            };
            stripper.getText(read);
            assertThat(found[0]).as("the mark").isNotNull();
            return found[0];
        }
    }
}
