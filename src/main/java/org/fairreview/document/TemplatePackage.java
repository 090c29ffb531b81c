package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A Word file taken apart into its named parts, and put together again so that equal parts give equal bytes.
 *
 * <p>Parts are stored uncompressed: what a deflater makes of them depends on the Java runtime.
 */
final class TemplatePackage {

    private static final String FIRST_PART = "[Content_Types].xml";
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /** Not the first day of 1980: for that one Java adds a second time that depends on the time zone. */
    private static final LocalDateTime TIME_OF_EVERY_PART = LocalDateTime.of(1980, 2, 1, 0, 0);

    private TemplatePackage() {}

    static SortedMap<String, byte[]> parts(byte[] file) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        long total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes(MOST_BYTES);
                total += bytes.length;
                if (total >= MOST_BYTES) throw new IOException("more than " + MOST_BYTES + " bytes");
                if (!entry.isDirectory()) parts.put(entry.getName(), bytes);
            }
        }
        if (!parts.containsKey(FIRST_PART)) throw new IOException("not a Word file");
        return parts;
    }

    static byte[] file(SortedMap<String, byte[]> parts) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.setMethod(ZipOutputStream.STORED);
            write(zip, FIRST_PART, parts.get(FIRST_PART));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (!part.getKey().equals(FIRST_PART)) write(zip, part.getKey(), part.getValue());
            }
        }
        return file.toByteArray();
    }

    /** Puts the workbooks of plots together again, too: their parts are zipped with the time of today. */
    static void settle(SortedMap<String, byte[]> parts) throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().startsWith("word/embeddings/") && part.getKey().endsWith(".xlsx")) {
                part.setValue(file(parts(part.getValue())));
            }
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var checksum = new CRC32();
        checksum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME_OF_EVERY_PART);
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
