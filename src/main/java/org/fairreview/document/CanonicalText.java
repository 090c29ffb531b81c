package org.fairreview.document;

import java.text.Normalizer;

/** The one form in which a text is kept: offsets, digests and quotations refer to it. */
final class CanonicalText {

    private CanonicalText() {}

    /**
     * Ends lines with a line feed, takes away blanks around lines, runs of blank lines and invisible characters, and
     * writes the look-alikes of Chinese characters that PDF files carry as the characters they stand for.
     */
    static String of(String raw) {
        var text = new StringBuilder(raw.length());
        boolean gap = false;
        for (var line : raw.split("\\R|\\u0007", -1)) {
            var clean = line(line);
            if (clean.isEmpty()) {
                gap = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty()) {
                text.append(gap ? "\n\n" : "\n");
            }
            text.append(clean);
            gap = false;
        }
        return text.toString();
    }

    private static String line(String raw) {
        var line = new StringBuilder(raw.length());
        raw.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(c -> {
            if (isLookAlike(c)) {
                line.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else {
                line.appendCodePoint(c);
            }
        });
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isLookAlike(int c) {
        boolean radical = c >= 0x2F00 && c <= 0x2FDF;
        boolean compatible = c >= 0xF900 && c <= 0xFAFF;
        return radical || compatible;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
