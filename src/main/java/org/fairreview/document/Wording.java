package org.fairreview.document;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What passages say, without the number before them and without layout; each of its characters knows where it stands.
 */
final class Wording {

    private static final Set<PassageKind> NUMBERED = Set.of(PassageKind.CHAPTER, PassageKind.ARTICLE, PassageKind.ITEM);

    private final List<Passage> passages;
    private final String text;
    private final String words;
    private final int[] at;

    private Wording(List<Passage> passages) {
        this.passages = passages;
        this.text = passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
        var kept = new StringBuilder(text.length());
        int[] places = new int[text.length()];
        int from = 0;
        for (var passage : passages) {
            for (int i = numberOf(passage); i < passage.text().length(); i++) {
                char c = passage.text().charAt(i);
                if (!isLayout(c)) {
                    places[kept.length()] = from + i;
                    kept.append(narrow(c));
                }
            }
            from += passage.text().length() + 1;
        }
        this.words = kept.toString();
        this.at = Arrays.copyOf(places, kept.length());
    }

    static Wording of(Passage passage) {
        return new Wording(List.of(passage));
    }

    static Wording of(List<Passage> passages) {
        return new Wording(List.copyOf(passages));
    }

    String words() {
        return words;
    }

    /** The passages as they stand, joined by line feeds. */
    String text() {
        return text;
    }

    /** The character of the text that a character of the words is. */
    int at(int word) {
        return at[word];
    }

    /** The passage in which a character of the words stands. */
    Passage passageOf(int word) {
        return passages.get(indexOf(at[word]));
    }

    /** The same, counted in the full text of the file. */
    int offset(int word) {
        int passage = indexOf(at[word]);
        int from = 0;
        for (int i = 0; i < passage; i++) {
            from += passages.get(i).text().length() + 1;
        }
        return passages.get(passage).start() + at[word] - from;
    }

    /** Whether the passage begins with a number of its own, so that it is no mere continuation of the one before. */
    static boolean isNumbered(Passage passage) {
        return numberOf(passage) > 0;
    }

    private int indexOf(int place) {
        int rest = place;
        for (int i = 0; i < passages.size(); i++) {
            int length = passages.get(i).text().length();
            if (rest < length) {
                return i;
            }
            rest -= length + 1;
        }
        throw new IndexOutOfBoundsException(place);
    }

    private static int numberOf(Passage passage) {
        if (!NUMBERED.contains(passage.kind())) {
            return 0;
        }
        var marker = Marker.of(passage.text());
        return marker == null || marker.style() == Marker.Style.WORD ? 0 : marker.length();
    }

    private static boolean isLayout(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static char narrow(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        return switch (c) {
            case '“', '”', '„', '‟' -> '"';
            case '‘', '’', '‚', '‛' -> '\'';
            case '｡' -> '。';
            case '｢' -> '「';
            case '｣' -> '」';
            case '､' -> '、';
            case '･' -> '・';
            case '￥' -> '¥';
            case '￡' -> '£';
            default -> c;
        };
    }
}
