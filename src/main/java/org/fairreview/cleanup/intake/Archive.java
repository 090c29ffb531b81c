package org.fairreview.cleanup.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.fairreview.document.NotTaken;

/**
 * A .zip file of texts, opened without being unpacked. What plays tricks with paths or swells beyond measure is refused as
 * a whole; names are those that Chinese Windows, macOS and others write.
 */
final class Archive implements Closeable {

    private static final int MOST_FILES = 20_000;
    private static final long MOST_UNPACKED = 2L << 30;

    /** Text shrinks by 50 at most; what shrinks by more only swells. */
    private static final int MOST_SWELLING = 200;

    private static final long SMALL = 1 << 20;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final Pattern RUBBISH =
            Pattern.compile("(.*/)?(__MACOSX/.*|\\.DS_Store|Thumbs\\.db|desktop\\.ini|~\\$.*|\\._.*)");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|rar|7z|tar|gz|tgz|bz2|xz)");

    /** A file in it, by the whole name that it has there. */
    record Entry(String name, long size, ZipArchiveEntry entry) {

        String bareName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        boolean isArchive() {
            return ARCHIVE.matcher(name.toLowerCase(Locale.ROOT)).matches();
        }
    }

    /** A file that is larger than it says, or than is read. */
    static final class TooLarge extends IOException {}

    private final ZipFile zip;
    private final Map<String, Entry> entries;
    private final Map<String, List<Entry>> byKey = new HashMap<>();

    private Archive(ZipFile zip, Map<String, Entry> entries) {
        this.zip = zip;
        this.entries = entries;
        for (Entry entry : entries.values()) {
            String bare = key(entry.bareName());
            add(key(entry.name()), entry);
            add(bare, entry);
            int dot = bare.lastIndexOf('.');
            if (dot > 0) {
                add(bare.substring(0, dot), entry);
            }
        }
    }

    private void add(String key, Entry entry) {
        List<Entry> there = byKey.computeIfAbsent(key, fresh -> new ArrayList<>());
        if (!there.contains(entry)) {
            there.add(entry);
        }
    }

    static Archive open(Path file) throws NotTaken {
        ZipFile zip;
        try {
            zip = ZipFile.builder()
                    .setPath(file)
                    .setCharset(StandardCharsets.ISO_8859_1)
                    .get();
        } catch (IOException | IllegalArgumentException e) {
            throw new NotTaken("intake.texts.broken");
        }
        try {
            return new Archive(zip, entries(zip, Files.size(file)));
        } catch (NotTaken | IOException | RuntimeException e) {
            closeQuietly(zip);
            throw e instanceof NotTaken reason ? reason : new NotTaken("intake.texts.broken");
        }
    }

    private static Map<String, Entry> entries(ZipFile zip, long fileSize) throws NotTaken {
        Map<String, Entry> entries = new HashMap<>();
        long packed = 0;
        long unpacked = 0;
        int count = 0;
        for (ZipArchiveEntry each : Collections.list(zip.getEntries())) {
            String name = name(each);
            if (++count > MOST_FILES) {
                throw new NotTaken("intake.texts.tooManyFiles", String.valueOf(MOST_FILES));
            }
            refuseTricks(each, name);
            packed += Math.max(0, each.getCompressedSize());
            unpacked += Math.max(0, each.getSize());
            if (unpacked > MOST_UNPACKED
                    || packed > fileSize
                    || each.getSize() > Math.max(SMALL, each.getCompressedSize() * MOST_SWELLING)) {
                throw new NotTaken("intake.texts.swells", shown(name));
            }
            if (!each.isDirectory() && !RUBBISH.matcher(name).matches()) {
                if (entries.put(name, new Entry(name, each.getSize(), each)) != null) {
                    throw new NotTaken("intake.texts.twice", shown(name));
                }
            }
        }
        return entries;
    }

    private static void refuseTricks(ZipArchiveEntry entry, String name) throws NotTaken {
        boolean leaves = List.of(name.split("/")).contains("..");
        if (leaves
                || name.startsWith("/")
                || name.contains("\\")
                || DRIVE.matcher(name).matches()
                || name.indexOf('\0') >= 0) {
            throw new NotTaken("intake.texts.path", shown(name));
        }
        if (entry.isUnixSymlink()) {
            throw new NotTaken("intake.texts.link", shown(name));
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new NotTaken("intake.texts.encrypted");
        }
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    /** The name as it was meant: where its bytes do not say that they are UTF-8 they are tried as that, then as GB 18030. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        return Normalizer.normalize(raw == null ? entry.getName() : decode(raw), Normalizer.Form.NFC);
    }

    private static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, GB18030);
        }
    }

    /** Names are compared without widths, blanks and case, with or without folders and extension. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** What a name in the spreadsheet means: nothing, one file, or several. */
    List<Entry> find(String name) {
        return byKey.getOrDefault(key(name.replace('\\', '/')), List.of());
    }

    Collection<Entry> all() {
        return entries.values();
    }

    /** The bytes of a file, at most so many. */
    byte[] read(Entry entry, long most) throws IOException {
        if (entry.size() > most || !zip.canReadEntryData(entry.entry())) {
            throw new TooLarge();
        }
        try (InputStream in = zip.getInputStream(entry.entry())) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, Math.max(0, entry.size()) + 1));
            if (bytes.length != entry.size()) {
                throw new TooLarge();
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static void closeQuietly(ZipFile zip) throws NotTaken {
        try {
            zip.close();
        } catch (IOException e) {
            throw new NotTaken("intake.texts.broken");
        }
    }
}
