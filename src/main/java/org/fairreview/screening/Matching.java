package org.fairreview.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a sentence the signals that hold there: no prohibition takes them away, nothing makes them harmless. */
final class Matching {

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
        if (signal.exclusions() >= 0 && sentence.has(signal.exclusions())) {
            return List.of();
        }
        return Match.of(signal, sentence).stream()
                .filter(match -> match.words().stream().anyMatch(sentence::isOwn))
                .filter(match -> !signal.mindsNegation() || !isNegated(match, sentence))
                .toList();
    }

    /** Whether a prohibition that is not itself a word of the match stands before its last word. */
    private boolean isNegated(Match match, Sentence sentence) {
        Occurrence negator = lastNegator(match, sentence);
        return negator != null
                && sentence.of(book.resets()).stream()
                        .noneMatch(reset -> reset.start() >= negator.end() && reset.start() <= match.start());
    }

    private @Nullable Occurrence lastNegator(Match match, Sentence sentence) {
        int last = match.words().get(match.words().size() - 1).start();
        List<Occurrence> negators = sentence.of(book.negators());
        for (int i = negators.size() - 1; i >= 0; i--) {
            Occurrence negator = negators.get(i);
            if (negator.start() < last && !match.uses(negator) && !onlyLooksLikeOne(negator, sentence)) {
                return negator;
            }
        }
        return null;
    }

    private boolean onlyLooksLikeOne(Occurrence negator, Sentence sentence) {
        return sentence.of(book.noNegators()).stream()
                .anyMatch(word -> word.start() <= negator.start() && word.end() >= negator.end());
    }
}
