package org.fairreview.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a sentence the signals that hold there: no prohibition takes them away, nothing makes them harmless. */
final class Matching {

    private static final int CLOSE = 15;
    private static final Signal NO_SIGNAL = new Signal(-1, new int[0], new int[0], true, false, true, -1);

    private final RuleBook book;

    Matching(RuleBook book) {
        this.book = book;
    }

    /** @param wholeClause whether the sentence stands for all sentences of its clause */
    List<Match> in(Sentence sentence, boolean wholeClause) {
        List<Match> matches = new ArrayList<>();
        if (sentence.has(book.exclusions())) {
            return matches;
        }
        for (int group : sentence.byGroup().keySet()) {
            for (int number : book.signalsByAnchor()[group]) {
                Signal signal = book.signals().get(number);
                if (signal.rule() >= 0 && signal.wholeClause() == wholeClause) {
                    matches.addAll(holding(signal, sentence));
                }
            }
        }
        return matches;
    }

    List<Match> holding(Signal signal, Sentence sentence) {
        return Match.of(signal, sentence).stream()
                .filter(match -> match.words().stream().anyMatch(sentence::isOwn))
                .filter(match -> !isExcluded(match, sentence))
                .filter(match -> !signal.mindsNegation() || !isNegated(match, sentence))
                .toList();
    }

    /** Whether a word that makes the rule's words harmless stands among them or close to them. */
    private boolean isExcluded(Match match, Sentence sentence) {
        return hasClose(match.signal().exclusions(), match, sentence)
                || hasClose(book.nearExclusions(), match, sentence);
    }

    private static boolean hasClose(int group, Match match, Sentence sentence) {
        return group >= 0
                && sentence.of(group).stream()
                        .anyMatch(word -> word.end() >= match.start() - CLOSE && word.start() <= match.end() + CLOSE);
    }

    /** Whether a prohibition that the word does not hold itself stands before it. */
    boolean isDenied(Occurrence word, Sentence sentence) {
        return isNegated(new Match(NO_SIGNAL, List.of(word)), sentence);
    }

    /** Whether a prohibition that is not itself a word of the match stands before its last word. */
    private boolean isNegated(Match match, Sentence sentence) {
        Occurrence far = lastBefore(match, sentence, book.negators());
        if (far != null
                && sentence.of(book.resets()).stream()
                        .noneMatch(reset -> reset.start() >= far.end() && reset.start() <= match.start())) {
            return true;
        }
        Occurrence near = lastBefore(match, sentence, book.nearNegators());
        return near != null && !sentence.hasCommaBetween(near, match.start());
    }

    private @Nullable Occurrence lastBefore(Match match, Sentence sentence, int group) {
        int last = match.words().get(match.words().size() - 1).start();
        List<Occurrence> negators = sentence.of(group);
        for (int i = negators.size() - 1; i >= 0; i--) {
            Occurrence negator = negators.get(i);
            if (negator.start() < last && !isMeant(negator, match, sentence) && !onlyLooksLikeOne(negator, sentence)) {
                return negator;
            }
        }
        return null;
    }

    /** Whether a prohibition is what the rule looks for; that of a lead-in forbids its items and is never. */
    private static boolean isMeant(Occurrence negator, Match match, Sentence sentence) {
        return sentence.isOwn(negator) && match.uses(negator);
    }

    private boolean onlyLooksLikeOne(Occurrence negator, Sentence sentence) {
        return sentence.of(book.noNegators()).stream()
                .anyMatch(word -> word.start() <= negator.start() && word.end() >= negator.end());
    }
}
