package org.fairreview.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a signal as they stand together in one sentence, in the order of the text. */
record Match(Signal signal, List<Occurrence> words) {

    /** No word is longer than this, so that the search back from a word ends. */
    private static final int LONGEST_WORD = 60;

    static List<Match> of(Signal signal, Sentence sentence) {
        List<List<Occurrence>> groups = new ArrayList<>();
        for (int group : signal.groups()) {
            List<Occurrence> found = sentence.of(group);
            if (found.isEmpty()) {
                return List.of();
            }
            groups.add(found);
        }
        return signal.ordered() ? inOrder(signal, groups) : inAnyOrder(signal, groups);
    }

    int start() {
        return words.get(0).start();
    }

    int end() {
        return words.stream().mapToInt(Occurrence::end).max().orElseThrow();
    }

    /** From 0 to 1: how much of the stretch from the first word to the last are the words themselves. */
    double density() {
        int length = words.stream().mapToInt(word -> word.end() - word.start()).sum();
        return Math.min(1, (double) length / Math.max(1, end() - start()));
    }

    /** Whether a word of the match is the other or holds it: 不得 in 不得迁出, but not 需 in 无需. */
    boolean uses(Occurrence other) {
        return words.stream().anyMatch(word -> word.start() <= other.start() && word.end() >= other.end());
    }

    private record Chain(Occurrence last, @Nullable Chain before, int start) {}

    /** For every last word the closest chain of words that leads to it. */
    private static List<Match> inOrder(Signal signal, List<List<Occurrence>> groups) {
        List<Chain> chains = new ArrayList<>();
        groups.get(0).forEach(first -> chains.add(new Chain(first, null, first.start())));
        for (int number = 1; number < groups.size(); number++) {
            List<Occurrence> group = groups.get(number);
            int distance = signal.distances()[number - 1];
            List<Chain> longer = new ArrayList<>();
            int next = 0;
            for (Occurrence word : group) {
                while (next < chains.size() && chains.get(next).last().start() < word.start()) {
                    next++;
                }
                Chain best = null;
                for (int i = next - 1; i >= 0; i--) {
                    Chain chain = chains.get(i);
                    if (word.start() - chain.last().start() > distance + LONGEST_WORD) {
                        break;
                    }
                    int gap = word.start() - chain.last().end();
                    if (gap >= 0 && gap <= distance && (best == null || chain.start() > best.start())) {
                        best = chain;
                    }
                }
                if (best != null) {
                    longer.add(new Chain(word, best, best.start()));
                }
            }
            chains.clear();
            chains.addAll(longer);
        }
        return chains.stream().map(chain -> new Match(signal, words(chain))).toList();
    }

    private static List<Occurrence> words(Chain chain) {
        List<Occurrence> words = new ArrayList<>();
        for (Chain at = chain; at != null; at = at.before()) {
            words.add(at.last());
        }
        Collections.reverse(words);
        return words;
    }

    private record Placed(Occurrence word, int group) {}

    /** Every stretch that holds a word of each group, with no two of them too far apart. */
    private static List<Match> inAnyOrder(Signal signal, List<List<Occurrence>> groups) {
        List<Placed> placed = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            for (Occurrence word : groups.get(group)) {
                placed.add(new Placed(word, group));
            }
        }
        placed.sort(Comparator.comparingInt(p -> p.word().start()));
        List<Match> matches = new ArrayList<>();
        Occurrence[] latest = new Occurrence[groups.size()];
        for (Placed next : placed) {
            latest[next.group()] = next.word();
            List<Occurrence> words = new ArrayList<>();
            for (Occurrence word : latest) {
                if (word != null) {
                    words.add(word);
                }
            }
            if (words.size() == groups.size() && areClose(words, signal.longestDistance())) {
                matches.add(new Match(signal, words));
            }
        }
        return matches;
    }

    private static boolean areClose(List<Occurrence> words, int distance) {
        words.sort(Comparator.comparingInt(Occurrence::start));
        for (int i = 1; i < words.size(); i++) {
            int gap = words.get(i).start() - words.get(i - 1).end();
            if (gap < 0 || gap > distance) {
                return false;
            }
        }
        return true;
    }
}
