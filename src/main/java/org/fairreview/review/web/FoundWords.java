package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fairreview.review.web.LedgerRow.Piece;

/** Cuts a text into pieces at the words that were searched for. */
final class FoundWords {

    private static final int AROUND = 28;

    private FoundWords() {}

    /** The whole text. */
    static List<Piece> in(String text, List<String> words) {
        List<Piece> pieces = new ArrayList<>();
        String folded = fold(text);
        int start = 0;
        for (int at = 0; at < text.length(); ) {
            int length = lengthAt(folded, at, words);
            if (length == 0) {
                at++;
                continue;
            }
            add(pieces, text.substring(start, at), false);
            add(pieces, text.substring(at, at + length), true);
            at += length;
            start = at;
        }
        add(pieces, text.substring(start), false);
        return pieces;
    }

    /** The text around the first word. */
    static List<Piece> around(String text, List<String> words) {
        String line = text.replaceAll("\\s+", " ");
        String folded = fold(line);
        int first = words.stream()
                .mapToInt(word -> folded.indexOf(fold(word)))
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        int from = first <= AROUND ? 0 : first - AROUND / 2;
        int to = Math.min(line.length(), first + 2 * AROUND);
        return in((from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : ""), words);
    }

    private static int lengthAt(String folded, int at, List<String> words) {
        return words.stream()
                .filter(word -> folded.startsWith(fold(word), at))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }

    /** Lower case, letter by letter, so that places stay. */
    private static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.length() == text.length() ? lower : text;
    }
}
