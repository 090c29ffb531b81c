package org.fairreview.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that deserves a look (筛查提示): where it is, under which standard, why, and what to ask.
 *
 * @param ordinal position of the passage in its file
 * @param start first character in the text of the passage
 * @param end one past the last character there
 * @param item code of the standard item, such as 9(3)
 * @param subItem code of the sub-item, such as 9(3)-3; null where the rule speaks of the item as a whole
 * @param words in the order of the text; the first ones may stand in a lead-in above the passage
 * @param score from 0 to 100, the rule's confidence and how closely its words stand together
 * @param definedIn ordinals of the passages that define one of the words so that it counts
 */
public record Hit(
        int ordinal,
        String address,
        int start,
        int end,
        String item,
        @Nullable String subItem,
        String rule,
        String reason,
        String question,
        List<HitWord> words,
        int score,
        List<Integer> definedIn) {

    public Hit {
        words = List.copyOf(words);
        definedIn = List.copyOf(definedIn);
    }
}
