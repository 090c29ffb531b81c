package org.fairreview.screening;

/** How an item is written for people: 9(3) is 9(三). */
final class ItemName {

    private static final String DIGITS = "〇一二三四五六七八九十";

    private ItemName() {}

    static String of(String code) {
        int open = code.indexOf('(');
        int number = Integer.parseInt(code.substring(open + 1, code.indexOf(')')));
        return code.substring(0, open + 1) + DIGITS.charAt(number) + ")";
    }
}
