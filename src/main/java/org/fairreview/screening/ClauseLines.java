package org.fairreview.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a .jsonl file, one clause each, read one after the other. */
final class ClauseLines implements AutoCloseable {

    private static final int LONGEST_LINE = 2_000_000;
    private static final int LONGEST_CLAUSE = 200_000;

    /**
     * One line.
     *
     * @param problem why it cannot be screened, in Chinese; null when it can
     */
    record Line(int number, JsonNode node, String clause, @Nullable String problem) {

        static Line unreadable(int number, String problem) {
            return new Line(number, MissingNode.getInstance(), "", "第 %d 行%s".formatted(number, problem));
        }

        String text(String field) {
            return node.path(field).asText("");
        }
    }

    /** The file cannot be read on. */
    static final class CannotRead extends Exception {
        CannotRead(IOException cause) {
            super(cause);
        }
    }

    private final Reader reader;
    private final ObjectMapper json = new ObjectMapper();
    private int number;

    private ClauseLines(Reader reader) {
        this.reader = reader;
    }

    static ClauseLines open(Path file) throws CannotRead {
        try {
            return new ClauseLines(new BufferedReader(
                    new java.io.InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 16));
        } catch (IOException e) {
            throw new CannotRead(e);
        }
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Line next() throws CannotRead {
        try {
            for (; ; ) {
                StringBuilder line = new StringBuilder();
                int c = reader.read();
                if (c < 0) {
                    return null;
                }
                number++;
                boolean tooLong = false;
                for (; c >= 0 && c != '\n'; c = reader.read()) {
                    tooLong = tooLong || line.length() >= LONGEST_LINE;
                    if (!tooLong) {
                        line.append((char) c);
                    }
                }
                if (tooLong) {
                    return Line.unreadable(number, "过长，超过 %d 个字符。".formatted(LONGEST_LINE));
                }
                String text = line.toString().strip();
                if (number == 1 && text.startsWith("\uFEFF")) {
                    text = text.substring(1);
                }
                if (!text.isEmpty()) {
                    return line(text);
                }
            }
        } catch (IOException e) {
            throw new CannotRead(e);
        }
    }

    private Line line(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return Line.unreadable(number, "有无法识别的字符，文件应当是 UTF-8 编码。");
        }
        JsonNode node;
        try {
            node = json.readTree(text);
        } catch (JsonProcessingException e) {
            return Line.unreadable(number, "不是 JSON。");
        }
        if (!node.path("clause").isTextual()) {
            return Line.unreadable(number, "没有 clause 字段。");
        }
        String clause = node.path("clause").textValue();
        if (clause.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Line.unreadable(number, "的 clause 中没有文字。");
        }
        if (clause.length() > LONGEST_CLAUSE) {
            return Line.unreadable(number, "的 clause 过长，超过 %d 个字符。".formatted(LONGEST_CLAUSE));
        }
        return new Line(number, node, clause, null);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            // only read: nothing is lost
        }
    }
}
