package org.fairreview.document;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of a text whose characters were lost or mistaken on the way here.
 *
 * @param offsets where the lost characters stand
 * @param characters how many characters the text has, blanks aside
 * @param oddShare share of the Chinese characters that plain simplified Chinese (GB 2312) does not know: hardly any in a
 *     sound text, many in one that was read in a wrong character set
 */
record Damage(List<Integer> offsets, int characters, double oddShare) {

    /** A text may lose this many characters however short it is, as long as it is not mostly lost. */
    private static final int ALWAYS_TOLERATED = 3;

    /** Beyond one character in a hundred a reviewer can no longer vouch for what the text says. */
    private static final double TOLERATED_SHARE = 0.01;

    private static final double HOPELESS_SHARE = 0.1;
    private static final double ODD_SHARE = 0.15;

    static Damage in(String text) {
        CharsetEncoder plain = Charset.forName("GB2312").newEncoder();
        var offsets = new ArrayList<Integer>();
        int characters = 0;
        int han = 0;
        int odd = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                characters++;
                if (isLost(c) || isKnownRubbish(text, i)) {
                    offsets.add(i);
                } else if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
                    han++;
                    odd += c > 0xFFFF || !plain.canEncode((char) c) ? 1 : 0;
                } else if (isWestern(text, i) && (isWestern(text, i - 1) || isWestern(text, i + 1))) {
                    offsets.add(i);
                }
            }
            i += Character.charCount(c);
        }
        return new Damage(List.copyOf(offsets), characters, han == 0 ? 0 : (double) odd / han);
    }

    boolean isTolerable() {
        double share = characters == 0 ? 0 : (double) offsets.size() / characters;
        boolean few = offsets.size() <= ALWAYS_TOLERATED && share < HOPELESS_SHARE;
        return oddShare < ODD_SHARE && (few || share <= TOLERATED_SHARE);
    }

    private static boolean isLost(int c) {
        if (c == 0xFFFD) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.PRIVATE_USE -> !isSymbolFont(c);
            default -> false;
        };
    }

    /** Word's Symbol and Wingdings fonts keep their bullets here; nothing was lost. */
    private static boolean isSymbolFont(int c) {
        return c >= 0xF000 && c <= 0xF0FF;
    }

    /** What replacement characters become when a text is read in the wrong character set twice. */
    private static boolean isKnownRubbish(String text, int i) {
        char c = text.charAt(i);
        return (c == '锟' || c == '斤' || c == '拷') && near(text, i, "锟斤拷")
                || c == '烫' && near(text, i, "烫烫烫")
                || c == '屯' && near(text, i, "屯屯屯");
    }

    /** Accented letters and signs in a row are Chinese read as if it were a western language. */
    private static boolean isWestern(String text, int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= 0xA1 && text.charAt(i) <= 0xFF;
    }

    private static boolean near(String text, int i, String rubbish) {
        return text.substring(Math.max(0, i - 2), Math.min(text.length(), i + 3))
                .contains(rubbish);
    }
}
