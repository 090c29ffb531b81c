package org.fairreview.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One sentence with the lead-ins that it continues, and the words found in them by group.
 *
 * @param own where the sentence itself begins, behind its lead-ins
 */
record Sentence(Clause clause, int own, List<Occurrence> occurrences, Map<Integer, List<Occurrence>> byGroup) {

    /** A stretch of a clause that the sentence continues. */
    record LeadIn(Clause clause, Clause.Span span) {}

    static Sentence of(List<LeadIn> leadIns, Clause clause, Clause.Span span, Vocabulary vocabulary) {
        List<Occurrence> occurrences = new ArrayList<>();
        int at = 0;
        for (LeadIn leadIn : leadIns) {
            at = add(occurrences, leadIn.clause(), leadIn.span(), at);
        }
        if (span.leadIn() != null) {
            at = add(occurrences, clause, span.leadIn(), at);
        }
        add(occurrences, clause, span, at);
        Map<Integer, List<Occurrence>> byGroup = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            for (int group : vocabulary.groupsOf(occurrence.word())) {
                byGroup.computeIfAbsent(group, any -> new ArrayList<>(2)).add(occurrence);
            }
        }
        return new Sentence(clause, at, occurrences, byGroup);
    }

    private static int add(List<Occurrence> to, Clause clause, Clause.Span span, int at) {
        for (Occurrence occurrence : clause.in(span)) {
            to.add(occurrence.movedBy(at - span.start()));
        }
        return at + span.end() - span.start();
    }

    boolean has(int group) {
        return byGroup.containsKey(group);
    }

    List<Occurrence> of(int group) {
        return byGroup.getOrDefault(group, List.of());
    }

    boolean isOwn(Occurrence occurrence) {
        return occurrence.start() >= own;
    }

    /** Whether a comma stands between a word and a later place of the sentence. */
    boolean hasCommaBetween(Occurrence word, int place) {
        NormalText text = word.clause().text();
        int end = Math.min(text.length(), word.to() + Math.max(0, place - word.end()));
        for (int i = word.to(); i < end; i++) {
            if (text.charAt(i) == ',') {
                return true;
            }
        }
        return false;
    }
}
