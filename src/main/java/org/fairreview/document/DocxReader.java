package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.Tika;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.fairreview.document.Reading.Notice;
import org.fairreview.document.Reading.Unreadable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a Word file as it looks with all tracked changes accepted. */
final class DocxReader {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final int fewestHan;

    DocxReader(int fewestHan) {
        this.fewestHan = fewestHan;
    }

    Reading read(byte[] bytes) {
        DocxPackage docx;
        var blocks = new Blocks();
        try {
            docx = DocxPackage.open(bytes);
            var spelled = new WordNumbering(docx).written();
            new OOXMLParser().parse(new ByteArrayInputStream(spelled.bytes()), blocks, new Metadata(), context());
        } catch (DocxPackage.ZipBomb e) {
            return Unreadable.because("zip-bomb");
        } catch (EncryptedDocumentException e) {
            return Unreadable.because("encrypted-docx");
        } catch (TikaException | IOException | SAXException | RuntimeException e) {
            return Unreadable.because("damaged-docx");
        }
        var margins = docx.margins();
        var text = WordNumbering.read(blocks.text.toString());
        long han = text.codePoints().filter(Character::isIdeographic).count();
        if (docx.hasPictures() && han < fewestHan && !ClassificationMark.isAmong(margins)) {
            return Unreadable.because("scanned-docx");
        }
        var warnings = new ArrayList<Notice>();
        if (docx.hasTrackedChanges()) {
            warnings.add(Notice.of("tracked-changes"));
        }
        if (docx.hasEmbeddedFiles()) {
            warnings.add(Notice.of("embedded-files"));
        }
        return SoundText.check(MEDIA_TYPE, tika(), text, margins, warnings);
    }

    /** Such as "tika 3.3.1". */
    private static String tika() {
        return Tika.getString().replace("Apache Tika", "tika");
    }

    /** The streaming extractor, because the other one reads deleted text as if it still stood there. */
    private static ParseContext context() {
        var config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setIncludeHeadersAndFooters(false);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        return context;
    }

    /** Writes paragraphs as lines and rows of tables as | cell | cell |. */
    private static final class Blocks extends DefaultHandler {

        private final StringBuilder text = new StringBuilder();
        private final List<List<String>> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private int tables;
        private boolean inBody;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            switch (name) {
                case "body" -> inBody = true;
                case "table" -> tables++;
                case "tr" -> {
                    if (tables == 1) {
                        rows.add(new ArrayList<>());
                    }
                }
                case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6" -> breakLine();
                default -> {}
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            switch (name) {
                case "body" -> inBody = false;
                case "table" -> {
                    tables--;
                    if (tables == 0) {
                        writeTable();
                    }
                }
                case "td", "th" -> {
                    if (tables == 1) {
                        rows.get(rows.size() - 1).add(cell.toString());
                        cell.setLength(0);
                    } else {
                        cell.append('\n');
                    }
                }
                case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6" -> (tables > 0 ? cell : text).append('\n');
                default -> {}
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (inBody) {
                (tables > 0 ? cell : text).append(characters, start, length);
            }
        }

        @Override
        public void ignorableWhitespace(char[] characters, int start, int length) {}

        private void breakLine() {
            var target = tables > 0 ? cell : text;
            if (!target.isEmpty() && target.charAt(target.length() - 1) != '\n') {
                target.append('\n');
            }
        }

        /** A table of a single column is only a frame around its text. */
        private void writeTable() {
            boolean frame = rows.stream().allMatch(row -> row.size() <= 1);
            text.append('\n');
            for (var row : rows) {
                if (frame) {
                    row.forEach(content -> text.append(content).append('\n'));
                } else {
                    row.forEach(content ->
                            text.append("| ").append(oneLine(content)).append(' '));
                    text.append("|\n");
                }
            }
            text.append('\n');
            rows.clear();
            cell.setLength(0);
        }

        private static String oneLine(String content) {
            return content.strip().replaceAll("\\s*\\R\\s*", " ").replace('|', '｜');
        }
    }
}
