package org.fairreview.document;

/** Chinese numerals, as used to number chapters, articles and items. */
final class HanNumber {

    static final String DIGITS = "〇零一二两三四五六七八九十百千";

    private static final String ONES = "零一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};

    private HanNumber() {}

    /** Reads a numeral of Chinese or Arabic digits; blanks between digits do not count. */
    static int parse(String numeral) {
        int total = 0;
        int pending = 0;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int digit = digit(c);
            if (digit >= 0) {
                pending = pending * 10 + digit;
            } else if (c == '十' || c == '百' || c == '千') {
                int unit = c == '十' ? 10 : c == '百' ? 100 : 1000;
                total += Math.max(pending, 1) * unit;
                pending = 0;
            }
        }
        return total + pending;
    }

    /** Writes a number from 1 to 9999: 10 is 十, 12 is 十二, 101 is 一百零一. */
    static String of(int number) {
        if (number < 1 || number > 9999) {
            return Integer.toString(number);
        }
        var text = new StringBuilder();
        boolean zero = false;
        for (int unit = 3; unit >= 0; unit--) {
            int digit = number / (int) Math.pow(10, unit) % 10;
            if (digit == 0) {
                zero = !text.isEmpty();
                continue;
            }
            if (zero) {
                text.append('零');
                zero = false;
            }
            if (!(digit == 1 && unit == 1 && text.isEmpty())) {
                text.append(ONES.charAt(digit));
            }
            text.append(UNITS[unit]);
        }
        return text.toString();
    }

    private static int digit(char c) {
        if (c == '〇') {
            return 0;
        }
        if (c == '两') {
            return 2;
        }
        int han = ONES.indexOf(c);
        return han >= 0 ? han : Character.digit(c, 10);
    }
}
