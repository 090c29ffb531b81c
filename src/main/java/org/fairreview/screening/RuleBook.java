package org.fairreview.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a file, ready to be matched.
 *
 * @param version as the file calls itself, with a digest of its content
 * @param lists the lists of words as written in the file, by their names
 * @param negators group of the words of prohibition
 * @param nearNegators group of the words that deny no more than what follows before the next comma: 避免
 * @param noNegators group of the words that only look like one: 不得低于
 * @param resets group of the words after which a prohibition no longer holds: 否则
 * @param exclusions group of the words that make a sentence harmless whatever the rule
 * @param nearExclusions group of the words that make harmless what stands close to them
 * @param definitions what a definition must say for its term to count as a word of the rules
 * @param points words that count for or against a sentence; null where the file has none
 */
record RuleBook(
        String version,
        List<Rule> rules,
        Map<String, List<String>> lists,
        List<Signal> signals,
        Vocabulary vocabulary,
        int[][] signalsByAnchor,
        Places places,
        int placeWord,
        int negators,
        int nearNegators,
        int noNegators,
        int resets,
        int exclusions,
        int nearExclusions,
        List<Definition> definitions,
        @Nullable Points points) {

    /** Makes every use of a term count as a word, where the text defines the term by one of these signals. */
    record Definition(List<Signal> signals, int word) {}

    static int[][] anchored(List<Signal> signals, Vocabulary vocabulary) {
        double[] commonness = vocabulary.commonness();
        List<List<Integer>> anchored = new java.util.ArrayList<>();
        for (int group = 0; group < commonness.length; group++) {
            anchored.add(new java.util.ArrayList<>(1));
        }
        for (int signal = 0; signal < signals.size(); signal++) {
            int[] groups = signals.get(signal).groups();
            int rarest = groups[0];
            for (int group : groups) {
                rarest = commonness[group] < commonness[rarest] ? group : rarest;
            }
            anchored.get(rarest).add(signal);
        }
        return anchored.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
