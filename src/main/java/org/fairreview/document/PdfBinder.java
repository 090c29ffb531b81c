package org.fairreview.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfImportedPage;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Binds a {@link PdfBook} on A4. Pages of files that are bound in keep their looks and are made smaller where they are
 * larger; every page of the parts bears its number in the outer corner, as the pages of an archive do.
 */
@Component
public class PdfBinder {

    private static final float MARGIN = 70;
    private static final float LEADING = 1.7f;
    private static final float NUMBER_FROM_EDGE = 42;

    private final PdfFonts fonts;

    PdfBinder(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /** The book as a PDF; empty where the machine has no font for Chinese. */
    public Optional<byte[]> bind(PdfBook book) {
        return fonts.chinese().map(font -> new Binding(font).bind(book));
    }

    /** One book in the making. */
    private static class Binding {

        private final BaseFont base;
        private final Font text;
        private final Font small;
        private final Font heading;
        private final Font title;
        private final Font large;

        Binding(BaseFont base) {
            this.base = base;
            this.text = new Font(base, 11);
            this.small = new Font(base, 10);
            this.heading = new Font(base, 12.5f);
            this.title = new Font(base, 17);
            this.large = new Font(base, 30);
        }

        byte[] bind(PdfBook book) {
            List<List<PdfReader>> parts = book.parts().stream().map(this::pages).toList();
            List<List<String>> lines = new ArrayList<>();
            int first = 1;
            for (int place = 0; place < parts.size(); place++) {
                int count = count(parts.get(place));
                String pages = count == 1 ? String.valueOf(first) : first + "-" + (first + count - 1);
                lines.add(List.of(
                        String.valueOf(place + 1), book.parts().get(place).title(), pages));
                first += count;
            }
            return sheets(sheet -> {
                bindIn(sheet, pages(document -> cover(document, book)));
                bindIn(sheet, pages(document -> contents(document, book.contents(), lines)));
                int number = 1;
                for (List<PdfReader> part : parts) {
                    for (PdfReader reader : part) {
                        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                            sheet.page(reader, page);
                            sheet.number(number++);
                        }
                    }
                }
                pages(book.closing().apply(number - 1)).forEach(reader -> bindIn(sheet, reader));
            });
        }

        private static void bindIn(Sheets sheet, PdfReader reader) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                sheet.page(reader, page);
            }
        }

        private static int count(List<PdfReader> part) {
            return part.stream().mapToInt(PdfReader::getNumberOfPages).sum();
        }

        private void cover(Document document, PdfBook book) {
            Paragraph name = paragraph(book.title(), large, Element.ALIGN_CENTER);
            name.setSpacingBefore(130);
            name.setSpacingAfter(90);
            document.add(name);
            document.add(table(new PdfPart.Table(List.of(2, 7), false, book.cover()), new Font(base, 13), 9));
        }

        private void contents(Document document, PdfBook.Contents contents, List<List<String>> lines) {
            document.add(spaced(paragraph(contents.heading(), title, Element.ALIGN_CENTER)));
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("", contents.part(), contents.pages()));
            rows.addAll(lines);
            document.add(table(new PdfPart.Table(List.of(1, 8, 2), true, rows), text, 6));
        }

        /** The pages of a part: what is set here, and the pages of the files between. */
        private List<PdfReader> pages(PdfPart part) {
            List<PdfReader> pages = new ArrayList<>();
            List<PdfPart.Block> own = new ArrayList<>();
            own.add(new PdfPart.Heading(part.title()));
            for (PdfPart.Block block : part.blocks()) {
                Optional<PdfReader> inserted = block instanceof PdfPart.Inserted file ? pdf(file) : Optional.empty();
                if (inserted.isEmpty()) {
                    own.add(block);
                    continue;
                }
                if (!own.isEmpty()) {
                    pages.add(set(own, part.title()));
                    own = new ArrayList<>();
                }
                pages.add(inserted.get());
            }
            if (!own.isEmpty()) {
                pages.add(set(own, part.title()));
            }
            return pages;
        }

        private PdfReader set(List<PdfPart.Block> blocks, String partTitle) {
            return pages(document -> {
                for (int place = 0; place < blocks.size(); place++) {
                    boolean first = place == 0 && blocks.get(0).equals(new PdfPart.Heading(partTitle));
                    add(document, blocks.get(place), first);
                }
            });
        }

        private void add(Document document, PdfPart.Block block, boolean isTitle) {
            if (block instanceof PdfPart.Heading named) {
                document.add(spaced(
                        isTitle
                                ? paragraph(named.text(), title, Element.ALIGN_CENTER)
                                : paragraph(named.text(), heading, Element.ALIGN_LEFT)));
            } else if (block instanceof PdfPart.Text written) {
                written.text().lines().forEach(line -> document.add(indented(line)));
            } else if (block instanceof PdfPart.Table table) {
                document.add(table(table, small, 5));
            } else if (block instanceof PdfPart.Inserted file) {
                Optional<Image> image = image(file);
                image.ifPresent(document::add);
                if (image.isEmpty()) {
                    add(document, new PdfPart.Text(file.instead()), false);
                }
            }
        }

        private Paragraph indented(String line) {
            Paragraph paragraph = paragraph(line, text, Element.ALIGN_LEFT);
            paragraph.setFirstLineIndent(text.getSize() * 2);
            paragraph.setSpacingAfter(2);
            return paragraph;
        }

        private static Paragraph spaced(Paragraph paragraph) {
            paragraph.setSpacingBefore(8);
            paragraph.setSpacingAfter(10);
            return paragraph;
        }

        private static Paragraph paragraph(String line, Font font, int alignment) {
            Paragraph paragraph = new Paragraph(chunk(line, font));
            paragraph.setLeading(0, LEADING);
            paragraph.setAlignment(alignment);
            return paragraph;
        }

        private static Chunk chunk(String line, Font font) {
            return new Chunk(line, font).setSplitCharacter(new ChineseLines());
        }

        private static PdfPTable table(PdfPart.Table table, Font font, float padding) {
            PdfPTable set = new PdfPTable(table.widths().size());
            float[] widths = new float[table.widths().size()];
            for (int place = 0; place < widths.length; place++) {
                widths[place] = table.widths().get(place);
            }
            set.setWidths(widths);
            set.setWidthPercentage(100);
            set.setSpacingBefore(6);
            set.setSpacingAfter(8);
            set.setHeaderRows(table.header() ? 1 : 0);
            set.setSplitLate(false);
            for (List<String> row : table.rows()) {
                for (String cell : row) {
                    PdfPCell framed = new PdfPCell(new Phrase(chunk(cell, font)));
                    framed.setLeading(0, 1.5f);
                    framed.setPadding(padding);
                    set.addCell(framed);
                }
            }
            return set;
        }

        private static Optional<PdfReader> pdf(PdfPart.Inserted file) {
            if (!startsWith(file.bytes(), '%', 'P', 'D', 'F')) {
                return Optional.empty();
            }
            try {
                PdfReader reader = new PdfReader(file.bytes());
                boolean locked = reader.isEncrypted() && !reader.isOpenedWithFullPermissions();
                return locked || !isBindable(reader) ? Optional.empty() : Optional.of(reader);
            } catch (IOException | RuntimeException unreadable) {
                return Optional.empty();
            }
        }

        /** Whether every page can be taken over, tried on a book that is thrown away. */
        private static boolean isBindable(PdfReader reader) {
            Document trial = new Document(PageSize.A4);
            PdfWriter writer = PdfWriter.getInstance(trial, new ByteArrayOutputStream());
            trial.open();
            Sheets sheets = new Sheets(trial, writer, null);
            bindIn(sheets, reader);
            trial.close();
            return reader.getNumberOfPages() > 0;
        }

        private static Optional<Image> image(PdfPart.Inserted file) {
            boolean picture = startsWith(file.bytes(), 0x89, 'P', 'N', 'G') || startsWith(file.bytes(), 0xFF, 0xD8);
            if (!picture) {
                return Optional.empty();
            }
            try {
                Image image = Image.getInstance(file.bytes());
                image.scaleToFit(PageSize.A4.getWidth() - 2 * MARGIN, PageSize.A4.getHeight() - 3 * MARGIN);
                image.setAlignment(Element.ALIGN_CENTER);
                return Optional.of(image);
            } catch (IOException | RuntimeException unreadable) {
                return Optional.empty();
            }
        }

        private static boolean startsWith(byte[] bytes, int... beginning) {
            for (int place = 0; place < beginning.length; place++) {
                if (bytes.length <= place || (bytes[place] & 0xFF) != beginning[place]) {
                    return false;
                }
            }
            return true;
        }

        private static PdfReader pages(Consumer<Document> what) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
            PdfWriter.getInstance(document, bytes);
            document.open();
            what.accept(document);
            document.close();
            try {
                return new PdfReader(bytes.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private byte[] sheets(Consumer<Sheets> what) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Document document = new Document(PageSize.A4);
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            document.open();
            what.accept(new Sheets(document, writer, base));
            document.close();
            return bytes.toByteArray();
        }
    }

    /** The sheets of the bound book. */
    private record Sheets(Document document, PdfWriter writer, @Nullable BaseFont font) {

        /** A page of another PDF, upright, as large as it is where it fits, else as large as fits. */
        void page(PdfReader reader, int page) {
            document.newPage();
            Rectangle size = reader.getPageSizeWithRotation(page);
            float width = PageSize.A4.getWidth();
            float height = PageSize.A4.getHeight();
            float scale = Math.min(1, Math.min(width / size.getWidth(), height / size.getHeight()));
            float left = (width - size.getWidth() * scale) / 2;
            float bottom = (height - size.getHeight() * scale) / 2;
            PdfImportedPage imported = writer.getImportedPage(reader, page);
            PdfContentByte canvas = writer.getDirectContent();
            float right = left + size.getWidth() * scale;
            float top = bottom + size.getHeight() * scale;
            switch (reader.getPageRotation(page)) {
                case 90 -> canvas.addTemplate(imported, 0, -scale, scale, 0, left, top);
                case 180 -> canvas.addTemplate(imported, -scale, 0, 0, -scale, right, top);
                case 270 -> canvas.addTemplate(imported, 0, scale, -scale, 0, right, bottom);
                default -> canvas.addTemplate(imported, scale, 0, 0, scale, left, bottom);
            }
        }

        void number(int number) {
            PdfContentByte canvas = writer.getDirectContent();
            boolean front = number % 2 == 1;
            canvas.beginText();
            canvas.setFontAndSize(Objects.requireNonNull(font), 11);
            canvas.showTextAligned(
                    front ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT,
                    String.valueOf(number),
                    front ? PageSize.A4.getWidth() - NUMBER_FROM_EDGE : NUMBER_FROM_EDGE,
                    NUMBER_FROM_EDGE - 12,
                    0);
            canvas.endText();
        }
    }
}
