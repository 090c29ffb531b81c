package org.fairreview.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.draw.VerticalPositionMark;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.fairreview.document.WordLayout.Page;
import org.fairreview.document.WordLayout.Piece;
import org.fairreview.document.WordLayout.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets an official document that was rendered as a Word file as a PDF too: the same words in the same places, with
 * embedded fonts. What an office changes in its template shows in both.
 */
@Component
public class WordPdf {

    private static final float NUMBER_SIZE = 14;

    /** 7 mm below the text, and one character in from the edge of the text (GB/T 9704). */
    private static final float NUMBER_BELOW = 20 + NUMBER_SIZE;

    /** Between a line of the foot and the rule below it. */
    private static final float FOOT_BELOW = 6;

    private final PdfFonts fonts;

    WordPdf(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /** The document as a PDF; empty where the machine has no font for Chinese, or the document has a table or picture. */
    public Optional<byte[]> of(byte[] wordFile) {
        WordLayout layout = layout(wordFile);
        return layout.holdsMore() ? Optional.empty() : fonts.chinese().map(font -> new Setting(layout, font).bytes());
    }

    private static WordLayout layout(byte[] wordFile) {
        try {
            return WordLayout.of(wordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One document in the making. */
    private class Setting {

        private final WordLayout layout;
        private final Page page;
        private final BaseFont fallback;

        Setting(WordLayout layout, BaseFont fallback) {
            this.layout = layout;
            this.fallback = fallback;
            this.page = layout.page();
        }

        byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Document document = new Document(
                    new Rectangle(page.width(), page.height()), page.left(), page.right(), page.top(), page.bottom());
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            writer.setPageEvent(new Numbers());
            document.open();
            new Column(document, writer).set(layout.paragraphs());
            document.close();
            return bytes.toByteArray();
        }

        /** The text of the pages, from above downwards. */
        private class Column {

            private final Document document;
            private final PdfWriter writer;
            private float y;

            Column(Document document, PdfWriter writer) {
                this.document = document;
                this.writer = writer;
                this.y = page.height() - page.top();
            }

            void set(List<WordLayout.Paragraph> paragraphs) {
                for (int place = 0; place < paragraphs.size(); place++) {
                    WordLayout.Paragraph paragraph = paragraphs.get(place);
                    if (paragraph.atFoot()) {
                        foot(paragraphs.subList(place, paragraphs.size()).stream()
                                .filter(WordLayout.Paragraph::atFoot)
                                .toList());
                        return;
                    }
                    if (paragraph.pieces().isEmpty()) {
                        continue;
                    }
                    int last = place;
                    while (paragraphs.get(last).keepNext() && last + 1 < paragraphs.size()) {
                        last++;
                    }
                    if (last > place && y - heightOf(paragraphs.subList(place, last + 1)) < page.bottom()) {
                        nextPage();
                    }
                    flow(paragraph);
                }
            }

            private float heightOf(List<WordLayout.Paragraph> together) {
                float height = 0;
                for (WordLayout.Paragraph paragraph : together) {
                    height += paragraph.before() + leading(paragraph) + paragraph.after();
                }
                return height;
            }

            private void nextPage() {
                document.newPage();
                writer.setPageEmpty(false);
                y = page.height() - page.top();
            }

            private void flow(WordLayout.Paragraph paragraph) {
                y -= paragraph.before();
                rule(paragraph.top(), y);
                Paragraph set = paragraph(paragraph);
                ColumnText column = column(page.bottom(), y, set, paragraph);
                int status = ColumnText.NO_MORE_COLUMN;
                while (ColumnText.hasMoreText(status)) {
                    status = column.go();
                    y = column.getYLine();
                    if (ColumnText.hasMoreText(status)) {
                        nextPage();
                        column.setSimpleColumn(
                                page.left() + paragraph.left(),
                                page.bottom(),
                                page.width() - page.right() - paragraph.right(),
                                y);
                    }
                }
                if (paragraph.bottom() != null) {
                    y -= paragraph.bottom().space();
                    rule(paragraph.bottom(), y);
                }
                y -= paragraph.after();
            }

            private ColumnText column(float bottom, float top, Paragraph set, WordLayout.Paragraph paragraph) {
                ColumnText column = new ColumnText(writer.getDirectContent());
                column.setSimpleColumn(
                        page.left() + paragraph.left(), bottom, page.width() - page.right() - paragraph.right(), top);
                column.addElement(set);
                return column;
            }

            /** The paragraphs at the foot of the page on which the document ends. */
            private void foot(List<WordLayout.Paragraph> paragraphs) {
                List<WordLayout.Paragraph> written = paragraphs.stream()
                        .filter(paragraph -> !paragraph.pieces().isEmpty())
                        .toList();
                float height = 0;
                for (WordLayout.Paragraph paragraph : written) {
                    height += footHeight(paragraph);
                }
                if (y - height < page.bottom()) {
                    nextPage();
                }
                y = page.bottom() + height;
                for (WordLayout.Paragraph paragraph : written) {
                    rule(paragraph.top(), y);
                    ColumnText column = column(0, y, paragraph(paragraph), paragraph);
                    column.go();
                    y -= footHeight(paragraph);
                    rule(paragraph.bottom(), y);
                }
            }

            private float footHeight(WordLayout.Paragraph paragraph) {
                ColumnText trial = column(0, page.height(), paragraph(paragraph), paragraph);
                trial.go(true);
                return page.height() - trial.getYLine() + FOOT_BELOW;
            }

            /** A line over the width of the text. */
            private void rule(@Nullable Rule rule, float at) {
                if (rule == null) {
                    return;
                }
                PdfContentByte canvas = writer.getDirectContent();
                canvas.saveState();
                canvas.setLineWidth(rule.width());
                canvas.setColorStroke(new Color(rule.color()));
                canvas.moveTo(page.left(), at);
                canvas.lineTo(page.width() - page.right(), at);
                canvas.stroke();
                canvas.restoreState();
            }
        }

        private Paragraph paragraph(WordLayout.Paragraph paragraph) {
            Paragraph set = new Paragraph();
            set.setLeading(leading(paragraph));
            set.setAlignment(
                    switch (paragraph.alignment()) {
                        case "center" -> Element.ALIGN_CENTER;
                        case "right" -> Element.ALIGN_RIGHT;
                        default -> Element.ALIGN_LEFT;
                    });
            set.setFirstLineIndent(paragraph.firstLine());
            paragraph.pieces().forEach(piece -> set.add(chunk(piece)));
            return set;
        }

        private Chunk chunk(Piece piece) {
            if (piece.text().equals(Piece.TAB)) {
                return new Chunk(new VerticalPositionMark());
            }
            Font font = new Font(fonts.named(piece.font()).orElse(fallback), piece.size());
            font.setColor(new Color(piece.color()));
            Chunk chunk = new Chunk(piece.text().equals(Piece.BREAK) ? "\n" : piece.text(), font);
            chunk.setCharacterSpacing(piece.spacing());
            chunk.setSplitCharacter(new ChineseLines());
            return chunk;
        }

        private static float leading(WordLayout.Paragraph paragraph) {
            return paragraph.exact() ? paragraph.line() : paragraph.size() * 1.3f * paragraph.line() / 12;
        }

        /** — 1 — below the text, on the outer side of the page. */
        private class Numbers extends PdfPageEventHelper {

            @Override
            public void onEndPage(PdfWriter writer, Document document) {
                boolean front = writer.getPageNumber() % 2 == 1;
                Phrase number = new Phrase("— " + writer.getPageNumber() + " —", new Font(fallback, NUMBER_SIZE));
                ColumnText.showTextAligned(
                        writer.getDirectContent(),
                        front ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT,
                        number,
                        front ? page.width() - page.right() - NUMBER_SIZE : page.left() + NUMBER_SIZE,
                        page.bottom() - NUMBER_BELOW,
                        0);
            }
        }
    }
}
