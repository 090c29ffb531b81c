package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of a Word file, unpacked within limits and found whole. */
final class DocxPackage {

    static final String DOCUMENT = "word/document.xml";

    private static final long MOST_BYTES = 200L << 20;
    private static final int MOST_PARTS = 20_000;

    /** Text shrinks by 50 at most; what shrinks by more only swells. */
    private static final int MOST_SWELLING = 200;

    private static final int SMALL = 1 << 20;

    private final Map<String, byte[]> parts;
    private final List<String> margins = new ArrayList<>();
    private boolean trackedChanges;

    private DocxPackage(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static DocxPackage open(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long left = MOST_BYTES;
        try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (parts.size() >= MOST_PARTS) {
                    throw new ZipBomb();
                }
                if (entry.isDirectory()) {
                    continue;
                }
                long most = Math.min(left, Math.max(SMALL, entry.getCompressedSize() * MOST_SWELLING));
                byte[] part;
                try (var in = zip.getInputStream(entry)) {
                    part = inflate(in, most);
                }
                var crc = new CRC32();
                crc.update(part);
                if (crc.getValue() != entry.getCrc()) {
                    throw new IOException("Part %s is damaged".formatted(entry.getName()));
                }
                left -= part.length;
                parts.put(entry.getName(), part);
            }
        }
        if (!parts.containsKey("[Content_Types].xml")) {
            throw new IOException("Not a package");
        }
        var docx = new DocxPackage(parts);
        docx.look();
        return docx;
    }

    private static byte[] inflate(InputStream in, long most) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (out.size() + read > most) {
                throw new ZipBomb();
            }
            out.write(buffer, 0, read);
        }
        return out.toByteArray();
    }

    byte @Nullable [] part(String name) {
        return parts.get(name);
    }

    DocxPackage with(Map<String, byte[]> changed) {
        var all = new LinkedHashMap<>(parts);
        all.putAll(changed);
        return new DocxPackage(all);
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** The paragraphs of headers, footers and text boxes. */
    List<String> margins() {
        return margins;
    }

    boolean hasTrackedChanges() {
        return trackedChanges;
    }

    boolean hasPictures() {
        return parts.keySet().stream().anyMatch(name -> name.startsWith("word/media/"));
    }

    boolean hasEmbeddedFiles() {
        return parts.keySet().stream().anyMatch(name -> name.startsWith("word/embeddings/"));
    }

    private void look() throws IOException {
        for (var part : parts.entrySet()) {
            boolean margin = part.getKey().matches("word/(header|footer)\\d*\\.xml");
            if (margin || part.getKey().equals(DOCUMENT)) {
                try {
                    look(part.getValue(), margin);
                } catch (XMLStreamException e) {
                    throw new IOException(e);
                }
            }
        }
    }

    private void look(byte[] xml, boolean margin) throws XMLStreamException {
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        var paragraph = new StringBuilder();
        int boxes = margin ? 1 : 0;
        boolean inText = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "txbxContent" -> boxes++;
                        case "t" -> inText = true;
                        case "ins", "del", "moveFrom", "moveTo" -> trackedChanges = true;
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    switch (reader.getLocalName()) {
                        case "txbxContent" -> boxes--;
                        case "t" -> inText = false;
                        case "p" -> {
                            if (boxes > 0 && !paragraph.isEmpty()) {
                                margins.add(paragraph.toString());
                            }
                            paragraph.setLength(0);
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inText && boxes > 0) {
                        paragraph.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
    }

    /** A package that swells beyond measure when it is opened. */
    static final class ZipBomb extends IOException {}
}
