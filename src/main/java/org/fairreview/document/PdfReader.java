package org.fairreview.document;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Version;
import org.fairreview.document.Reading.Notice;
import org.fairreview.document.Reading.Unreadable;

/**
 * Reads a PDF file that has a text layer. PDFBox is asked directly and not through Tika, because only the places of the
 * lines on the page tell where a paragraph begins.
 */
final class PdfReader {

    private static final int TAIL = 4096;
    private static final int MARGIN_LINES = 3;

    private final int fewestHanOnAPage;

    PdfReader(int fewestHanOnAPage) {
        this.fewestHanOnAPage = fewestHanOnAPage;
    }

    Reading read(byte[] bytes) {
        if (!isComplete(bytes)) {
            return Unreadable.because("damaged-pdf");
        }
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            if (pdf.isEncrypted()) {
                return Unreadable.because("encrypted-pdf");
            }
            var lines = new Lines();
            lines.writeText(pdf, Writer.nullWriter());
            lines.upTo(pagesOf(pdf));
            return read(lines.pages);
        } catch (InvalidPasswordException e) {
            return Unreadable.because("encrypted-pdf");
        } catch (IOException | RuntimeException e) {
            return Unreadable.because("damaged-pdf");
        }
    }

    /** Counted one by one: the number that the file gives for them may be anything. */
    private static int pagesOf(PDDocument pdf) {
        int pages = 0;
        for (PDPage ignored : pdf.getPages()) {
            pages++;
        }
        return pages;
    }

    private Reading read(List<List<PrintedLine>> pages) {
        var margins = new ArrayList<String>();
        var silent = new ArrayList<String>();
        for (int i = 0; i < pages.size(); i++) {
            var lines = pages.get(i).stream().map(PrintedLine::text).toList();
            margins.addAll(lines.subList(0, Math.min(MARGIN_LINES, lines.size())));
            margins.addAll(lines.subList(Math.max(0, lines.size() - MARGIN_LINES), lines.size()));
            if (lines.stream().mapToLong(PdfReader::han).sum() < fewestHanOnAPage) {
                silent.add(String.valueOf(i + 1));
            }
        }
        if (ClassificationMark.isAmong(margins)) {
            return Unreadable.because("classified");
        }
        if (pages.isEmpty()) {
            return Unreadable.because("no-pages");
        }
        if (silent.size() * 2 > pages.size()) {
            return Unreadable.because("scanned-pdf", String.valueOf(pages.size()), String.valueOf(silent.size()));
        }
        var warnings = silent.isEmpty()
                ? List.<Notice>of()
                : List.of(Notice.of("silent-pages", silent.stream().collect(Collectors.joining("、"))));
        return SoundText.check(
                "application/pdf", "pdfbox " + Version.getVersion(), Reflow.of(pages), margins, warnings);
    }

    /** A file cut off on its way has lost its end, and with it pages that nobody would miss. */
    private static boolean isComplete(byte[] bytes) {
        int from = Math.max(0, bytes.length - TAIL);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static long han(String line) {
        return line.codePoints().filter(Character::isIdeographic).count();
    }

    /** Gathers the printed lines of each page. */
    private static final class Lines extends PDFTextStripper {

        private final List<List<PrintedLine>> pages = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private float left = Float.MAX_VALUE;
        private float right;
        private float size;

        Lines() {
            setSuppressDuplicateOverlappingText(true);
        }

        @Override
        protected void startPage(PDPage page) {
            upTo(getCurrentPageNo());
        }

        /** Pages without any content are passed over, and count. */
        void upTo(int page) {
            while (pages.size() < page) {
                pages.add(new ArrayList<>());
            }
        }

        @Override
        protected void endPage(PDPage page) {
            endLine();
        }

        @Override
        protected void writeString(String string, List<TextPosition> positions) {
            text.append(string);
            for (var position : positions) {
                if (!position.getUnicode().isBlank()) {
                    left = Math.min(left, position.getXDirAdj());
                    right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
                    size = Math.max(size, position.getFontSizeInPt());
                }
            }
        }

        @Override
        protected void writeWordSeparator() {
            text.append(' ');
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        private void endLine() {
            var line = CanonicalText.of(text.toString());
            if (!line.isEmpty()) {
                pages.get(pages.size() - 1).add(new PrintedLine(line, left, right, size));
            }
            text.setLength(0);
            left = Float.MAX_VALUE;
            right = 0;
            size = 0;
        }
    }
}
