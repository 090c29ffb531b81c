package org.fairreview.review.web;

import java.util.List;
import java.util.Map;
import org.fairreview.screening.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the screening as their page shows them.
 *
 * @param version of the rules in force
 * @param found how many rules the list shows of all
 * @param lists the lists of words that signals refer to
 */
record RulesPage(
        String version,
        int found,
        int all,
        List<ItemRules> items,
        Map<String, List<String>> lists,
        List<Taken> history,
        List<Tried> trials) {

    /** The rules of one item. */
    record ItemRules(String label, List<RuleView> rules) {}

    /**
     * A rule.
     *
     * @param precision what its hits became in use; null while nothing is decided
     */
    record RuleView(Rule rule, @Nullable String precision) {}

    /** A file that came into force. */
    record Taken(long id, String version, int rules, String who, String at, boolean inForce) {}

    /** A changed file on trial. */
    record Tried(String id, String version, String fileName, String who, String at, String stateLabel) {}

    /** A text that somebody tries, with what the rules point at. */
    record TriedText(String text, List<MarkedText.MarkedPassage> passages, List<TextHit> hits) {}

    /** A hit in a tried text. */
    record TextHit(
            int number, String address, String item, String rule, String words, String reason, String question) {}
}
