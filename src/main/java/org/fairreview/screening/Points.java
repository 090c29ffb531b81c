package org.fairreview.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Words that count for or against a sentence (综合判断): many weak signs together point at a sentence that no signal
 * fits, and signs of lawfulness take away the hits of a rule that is not sure of itself.
 *
 * @param line a sentence of this sum or more is pointed at
 * @param harmless a sentence of this sum or less keeps no hit of a rule of middling or low confidence
 * @param words points of each group of words, once however often it stands there
 * @param kinds under which item a sentence is pointed at: that of the highest sum, and the next where it is close
 */
record Points(int line, int harmless, Map<Integer, Integer> words, List<Kind> kinds) {

    /** One item's words. */
    record Kind(int rule, int start, Map<Integer, Integer> words) {}

    private static final int CLOSE = 4;
    private static final int MOST_WORDS = 6;

    int sum(Sentence sentence) {
        return sum(words, sentence);
    }

    /** Without the words for a restriction of which every use is denied: 不得要求……. */
    int sum(Sentence sentence, Predicate<Occurrence> denied) {
        int sum = 0;
        for (int group : sentence.byGroup().keySet()) {
            int points = words.getOrDefault(group, 0);
            if (points < 0 || points > 0 && !sentence.of(group).stream().allMatch(denied)) {
                sum += points;
            }
        }
        return sum;
    }

    /** The rules of the items that fit best, at most two. */
    List<Integer> rules(Sentence sentence) {
        List<int[]> sums = new ArrayList<>();
        for (Kind kind : kinds) {
            sums.add(new int[] {kind.rule(), kind.start() + sum(kind.words(), sentence)});
        }
        sums.sort(Comparator.comparingInt((int[] sum) -> -sum[1]));
        return sums.stream()
                .limit(2)
                .filter(sum -> sum[1] >= sums.get(0)[1] - CLOSE)
                .map(sum -> sum[0])
                .toList();
    }

    /** The words that count most for the sentence, none inside another, in the order of the text. */
    List<Occurrence> strongest(Sentence sentence, Predicate<Occurrence> denied) {
        record Counted(Occurrence word, int points) {}
        List<Counted> counted = new ArrayList<>();
        words.forEach((group, points) -> {
            if (points > 0) {
                sentence.of(group).stream()
                        .filter(denied.negate())
                        .limit(1)
                        .forEach(word -> counted.add(new Counted(word, points)));
            }
        });
        counted.sort(Comparator.comparingInt((Counted one) -> -one.points())
                .thenComparingInt(one -> one.word().start())
                .thenComparingInt(one -> -one.word().end()));
        List<Occurrence> strongest = new ArrayList<>();
        for (Counted next : counted) {
            boolean apart = strongest.stream()
                    .noneMatch(word ->
                            word.start() < next.word().end() && next.word().start() < word.end());
            if (apart && strongest.size() < MOST_WORDS) {
                strongest.add(next.word());
            }
        }
        strongest.sort(Comparator.comparingInt(Occurrence::start));
        return strongest;
    }

    private static int sum(Map<Integer, Integer> points, Sentence sentence) {
        int sum = 0;
        for (int group : sentence.byGroup().keySet()) {
            sum += points.getOrDefault(group, 0);
        }
        return sum;
    }
}
