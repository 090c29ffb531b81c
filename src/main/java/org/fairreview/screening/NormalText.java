package org.fairreview.screening;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;

/**
 * A text as the rules see it, each character knowing where it stands in the original.
 *
 * <p>Full width is half width, capitals are small, blanks, line breaks and quotation marks are gone, and a number of
 * whatever digits (3, ３, 三, 300万) is one {@code #}; 百分之十 reads like 10%; traditional characters are simplified.
 */
public final class NormalText {

    /** What stands for a number. */
    public static final char NUMBER = '#';

    private static final String HAN_DIGITS = "〇零一二三四五六七八九十百千万亿两";

    /** What a Chinese numeral must stand before to be a number: 三年, but not 一律 and not 一事一议. */
    private static final String UNITS = "年月日天家户元个名人次倍吨台辆亩座所套间条周季届批星成折%‰";

    /** What makes a word of the numeral behind it: 统一, 唯一, 同一. */
    private static final String WORD_MAKERS = "统唯单同不之其专逐划如归合";

    private static final String PER_CENT = "百分之";

    private static final String DROPPED = "“”‘’\"'「」『』*_";

    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fff';

    /** Of every Chinese character the simplified one: 繁體 reads like 繁体, character by character. */
    private static final char[] SIMPLIFIED = simplified();

    private final char[] chars;
    private final int[] starts;
    private final int[] ends;

    private NormalText(char[] chars, int[] starts, int[] ends) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
    }

    public static NormalText of(String original) {
        int length = 0;
        char[] chars = new char[original.length()];
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        for (int i = 0; i < original.length(); i++) {
            char c = narrow(original.charAt(i));
            if (!isDropped(c)) {
                chars[length] = c;
                starts[length] = i;
                ends[length] = i + 1;
                length++;
            }
        }
        return withNumbers(chars, starts, ends, length);
    }

    private static NormalText withNumbers(char[] chars, int[] starts, int[] ends, int length) {
        int to = 0;
        for (int from = 0; from < length; ) {
            int end = numberEnd(chars, from, length);
            boolean perCent = end > from && startsWith(chars, from, length, PER_CENT);
            int last = Math.max(end, from + 1) - 1;
            chars[to] = end > from ? NUMBER : chars[from];
            starts[to] = starts[from];
            ends[to] = ends[last];
            to++;
            if (perCent) {
                chars[to] = '%';
                starts[to] = starts[last];
                ends[to] = ends[last];
                to++;
            }
            from = last + 1;
        }
        return new NormalText(Arrays.copyOf(chars, to), Arrays.copyOf(starts, to), Arrays.copyOf(ends, to));
    }

    /** One past the number that begins here; where none begins, here. */
    private static int numberEnd(char[] chars, int from, int length) {
        int end = from;
        if (startsWith(chars, from, length, PER_CENT)) {
            int digits = from + PER_CENT.length();
            end = hanEnd(chars, digits, length);
            while (end < length && isArabic(chars, end, digits)) {
                end++;
            }
            return end > digits ? end : from;
        }
        while (end < length && isArabic(chars, end, from)) {
            end++;
        }
        if (end > from) {
            while (end < length && "十百千万亿".indexOf(chars[end]) >= 0) {
                end++;
            }
            return end;
        }
        end = hanEnd(chars, from, length);
        boolean counts = end > from && end < length && UNITS.indexOf(chars[end]) >= 0;
        boolean partOfWord = from > 0 && WORD_MAKERS.indexOf(chars[from - 1]) >= 0;
        return counts && !partOfWord ? end : from;
    }

    private static int hanEnd(char[] chars, int from, int length) {
        int end = from;
        while (end < length && HAN_DIGITS.indexOf(chars[end]) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isArabic(char[] chars, int at, int from) {
        char c = chars[at];
        return c >= '0' && c <= '9' || (c == '.' || c == ',') && at > from && isDigitAt(chars, at + 1);
    }

    private static boolean isDigitAt(char[] chars, int at) {
        return at < chars.length && chars[at] >= '0' && chars[at] <= '9';
    }

    private static boolean startsWith(char[] chars, int from, int length, String word) {
        if (from + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static char[] simplified() {
        Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
        char[] simplified = new char[LAST_HAN - FIRST_HAN + 1];
        for (int i = 0; i < simplified.length; i++) {
            char traditional = (char) (FIRST_HAN + i);
            String read = toSimplified.transliterate(String.valueOf(traditional));
            simplified[i] = read.length() == 1 ? read.charAt(0) : traditional;
        }
        return simplified;
    }

    private static char narrow(char c) {
        if (c >= '！' && c <= '～') {
            return Character.toLowerCase((char) (c - '！' + '!'));
        }
        if (c >= FIRST_HAN && c <= LAST_HAN) {
            return SIMPLIFIED[c - FIRST_HAN];
        }
        return switch (c) {
            case '〔', '【', '［' -> '(';
            case '〕', '】', '］' -> ')';
            case '％' -> '%';
            default -> Character.toLowerCase(c);
        };
    }

    private static boolean isDropped(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c)
                || DROPPED.indexOf(c) >= 0;
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return chars.length;
    }

    char charAt(int index) {
        return chars[index];
    }

    /** Where in the original the character at this place begins. */
    int originalStart(int index) {
        return starts[index];
    }

    /** One past where in the original the character before this place ends. */
    int originalEnd(int index) {
        return ends[index - 1];
    }

    @Override
    public String toString() {
        return new String(chars);
    }
}
