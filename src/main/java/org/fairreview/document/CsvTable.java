package org.fairreview.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A .csv file, row by row: UTF-8 with or without its mark, UTF-16 with it, or GB 18030; commas, semicolons or tabs. */
final class CsvTable {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String SEPARATORS = ",;\t，；";
    private static final int LINES_LOOKED_AT = 10;
    private static final char MARK = '\uFEFF';

    private CsvTable() {}

    static void read(Path file, RowTaker taker) throws NotTaken {
        try {
            Charset charset = charset(file);
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(separator(file, charset))
                    .setIgnoreEmptyLines(false)
                    .get();
            try (CSVParser parser = CSVParser.builder()
                    .setReader(reader(file, charset))
                    .setFormat(format)
                    .get()) {
                int number = 0;
                for (CSVRecord record : parser) {
                    number++;
                    List<String> cells = new ArrayList<>();
                    record.forEach(cell -> cells.add(cell == null ? "" : cell.strip()));
                    if (!cells.stream().allMatch(String::isEmpty)) {
                        taker.take(number, cells, Map.of());
                    }
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new NotTaken("intake.sheet.brokenCsv");
        }
    }

    private static Reader reader(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Charset charset(Path file) throws IOException, NotTaken {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        if (head.length == 2
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE))) {
            return StandardCharsets.UTF_16;
        }
        if (isSound(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (isSound(file, GB18030)) {
            return GB18030;
        }
        throw new NotTaken("intake.sheet.charset");
    }

    private static boolean isSound(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(1 << 14);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
        try (InputStream in = Files.newInputStream(file)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, characters.clear(), end);
                    if (result.isError() || characters.flip().chars().anyMatch(c -> c == 0)) {
                        return false;
                    }
                } while (result.isOverflow());
                bytes.compact();
            }
        }
        return true;
    }

    /** The one that stands most often outside quotes in the first lines. */
    private static char separator(Path file, Charset charset) throws IOException {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        int lines = 0;
        try (Reader reader = reader(file, charset)) {
            for (int c = reader.read(); c >= 0 && lines < LINES_LOOKED_AT; c = reader.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == '\n') {
                    lines++;
                } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                    counts[SEPARATORS.indexOf(c)]++;
                }
            }
        }
        int most = 0;
        for (int place = 1; place < counts.length; place++) {
            if (counts[place] > counts[most]) {
                most = place;
            }
        }
        return SEPARATORS.charAt(most);
    }
}
