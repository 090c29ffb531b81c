package org.fairreview.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.fairreview.document.Passage;
import org.jspecify.annotations.Nullable;

/** A passage with its normalised text, its sentences, and the words found in it in the order of their places. */
final class Clause {

    /** A sentence without end is cut here, so that no text costs more than its length. */
    private static final int LONGEST_SENTENCE = 4_000;

    /** So much of a lead-in is read on with each of its items. */
    private static final int LONGEST_LEAD_IN = 300;

    private static final String ENDS = "。！？!?;";
    private static final Pattern ITEM =
            Pattern.compile("^(?:\\((?:[一二三四五六七八九十]{1,3}|#)\\)|#[.、)]|[①-⑳]|[一二三四五六七八九十]{1,2}[、是])");

    private final Passage passage;
    private final NormalText text;
    private final List<Occurrence> occurrences;
    private final List<Span> sentences;
    private final Map<Integer, Set<Integer>> definitions = new HashMap<>();

    /** A stretch of the normalised text; an item of a list that runs on in the same passage knows its lead-in. */
    record Span(int start, int end, @Nullable Span leadIn) {}

    private Clause(Passage passage, NormalText text, RuleBook book) {
        this.passage = passage;
        this.text = text;
        this.occurrences = new ArrayList<>();
        this.sentences = cut(text);
        book.vocabulary().find(text, this::found);
        book.places().find(text, book.placeWord(), this::found);
        sort();
    }

    static Clause of(Passage passage, RuleBook book) {
        return new Clause(passage, NormalText.of(passage.text()), book);
    }

    /** Lets every use of a term that another passage defines count as a word. */
    void addTerm(String term, int word, int definingPassage) {
        String all = text.toString();
        for (int at = all.indexOf(term); at >= 0; at = all.indexOf(term, at + 1)) {
            found(word, at, at + term.length());
            definitions.computeIfAbsent(word, any -> new TreeSet<>()).add(definingPassage);
        }
        sort();
    }

    /** The passages that make this word count here; none for a word of the text itself. */
    Set<Integer> definedIn(int word) {
        return definitions.getOrDefault(word, Set.of());
    }

    private void found(int word, int start, int end) {
        occurrences.add(new Occurrence(word, start, end, this, start, end));
    }

    private void sort() {
        occurrences.sort(Comparator.comparingInt(Occurrence::start)
                .thenComparingInt(Occurrence::end)
                .thenComparingInt(Occurrence::word));
    }

    private static List<Span> cut(NormalText text) {
        List<Span> spans = new ArrayList<>();
        Span leadIn = null;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean end =
                    ENDS.indexOf(text.charAt(i)) >= 0 || i + 1 == text.length() || i + 1 - start >= LONGEST_SENTENCE;
            if (!end) {
                continue;
            }
            boolean item = leadIn != null && isItem(text, start);
            spans.add(new Span(start, i + 1, item ? leadIn : null));
            if (!item) {
                leadIn = leadInOf(text, start, i + 1);
            }
            start = i + 1;
        }
        return spans;
    }

    private static @Nullable Span leadInOf(NormalText text, int start, int end) {
        for (int i = start; i + 1 < end; i++) {
            if (text.charAt(i) == ':' && isItem(text, i + 1)) {
                return new Span(Math.max(start, i + 1 - LONGEST_LEAD_IN), i + 1, null);
            }
        }
        return null;
    }

    private static boolean isItem(NormalText text, int at) {
        int end = Math.min(text.length(), at + 6);
        return ITEM.matcher(new String(text.chars(), at, end - at)).find();
    }

    Passage passage() {
        return passage;
    }

    NormalText text() {
        return text;
    }

    List<Span> sentences() {
        return sentences;
    }

    Span whole() {
        return new Span(0, text.length(), null);
    }

    /** The last sentence, when a list follows it. */
    @Nullable
    Span asLeadIn() {
        int length = text.length();
        if (length == 0 || text.charAt(length - 1) != ':' || sentences.isEmpty()) {
            return null;
        }
        Span last = sentences.get(sentences.size() - 1);
        return new Span(Math.max(last.start(), length - LONGEST_LEAD_IN), length, last.leadIn());
    }

    /** The words found in a stretch of the text. */
    List<Occurrence> in(Span span) {
        int low = 0;
        int high = occurrences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (occurrences.get(middle).start() < span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < occurrences.size() && occurrences.get(end).start() < span.end()) {
            end++;
        }
        return occurrences.subList(low, end);
    }
}
