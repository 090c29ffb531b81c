package org.fairreview.screening;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Knows the name of some place by its build: a word such as 在 or 迁出, one to four characters, and 市, 县, 区 or 省.
 *
 * @param suffixes the last characters of places' names
 * @param heads the words that a place's name follows
 * @param others words that end like a name and are none: 小区, 超市
 */
record Places(Set<Character> suffixes, Set<String> heads, List<String> others) {

    static final String NAME = "某地";

    private static final int LONGEST_NAME = 4;

    void find(NormalText text, int word, Vocabulary.Sink sink) {
        String all = text.toString();
        for (int i = 2; i < all.length(); i++) {
            if (!suffixes.contains(all.charAt(i))) {
                continue;
            }
            for (int start = i - 1; start > 0 && start >= i - LONGEST_NAME && isHan(all.charAt(start)); start--) {
                if (heads.stream().anyMatch(endsAt(all, start))) {
                    if (others.stream().noneMatch(all.substring(start, i + 1)::endsWith)) {
                        sink.found(word, start, i + 1);
                    }
                    break;
                }
            }
        }
    }

    private static Predicate<String> endsAt(String text, int end) {
        return word -> text.startsWith(word, end - word.length());
    }

    private static boolean isHan(char c) {
        return c >= '一' && c <= '龥';
    }
}
