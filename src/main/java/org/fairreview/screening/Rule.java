package org.fairreview.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the file: the words by which a clause is pointed at, and what the reviewer is told and asked.
 *
 * @param item code of the standard item, such as 9(3)
 * @param subItem code of the sub-item, such as 9(3)-3; null where the rule speaks of the item as a whole
 * @param citation the article and item of law as written in the file
 * @param signals as written in the file: groups joined by +, alternatives by |, lists as 〈name〉
 * @param exclusions words that make harmless what stands close to them, as written in the file
 * @param confidence from 0 to 100: how much of what it points at deserved it
 */
public record Rule(
        String name,
        String item,
        @Nullable String subItem,
        String citation,
        String reason,
        String question,
        List<String> signals,
        List<String> exclusions,
        List<String> violating,
        List<String> lawful,
        int confidence,
        int line) {

    public Rule {
        signals = List.copyOf(signals);
        exclusions = List.copyOf(exclusions);
        violating = List.copyOf(violating);
        lawful = List.copyOf(lawful);
    }
}
