package org.fairreview.reminder;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A 文号 as it is typed in many ways, and the one way in which it is written (GB/T 9704-2012, 7.2.5). */
final class DocumentNumber {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern OPENING = Pattern.compile("[\\[(【﹝﹙{]");
    private static final Pattern CLOSING = Pattern.compile("[\\])】﹞﹚}]");

    /** The words, the year in its brackets, and the number: without 第 before it, and without leading zeros. */
    private static final Pattern PARTS = Pattern.compile("(.+?)〔(\\d{4})〕第?0*(\\d+)号?");

    private DocumentNumber() {}

    /**
     * The number as it is written: half-width digits, the year in 〔〕, no spaces, neither 第 nor leading zeros. What is no
     * 文号 in this form keeps its words. Two numbers are the same where this is.
     */
    static String written(String typed) {
        String plain = SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        String bracketed =
                CLOSING.matcher(OPENING.matcher(plain).replaceAll("〔")).replaceAll("〕");
        Matcher parts = PARTS.matcher(bracketed);
        return parts.matches() ? "%s〔%s〕%s号".formatted(parts.group(1), parts.group(2), parts.group(3)) : bracketed;
    }
}
