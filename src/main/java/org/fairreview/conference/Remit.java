package org.fairreview.conference;

import java.util.List;

/**
 * What a member unit is responsible for (职责), and so what it is asked beside the common part of the form.
 *
 * @param key its name in the data, which never changes
 * @param label its Chinese name, such as 财政
 * @param items review standards on which it has a say, such as {@code 10(1)}: a finding under one of them proposes it
 * @param words by which a text shows that it concerns the remit
 * @param questions what its form asks
 */
public record Remit(String key, String label, List<String> items, List<String> words, List<Question> questions) {

    /** The remit of a unit that has none of its own: the common form. */
    public static final String COMMON = "common";

    /**
     * One question of a form.
     *
     * @param id its name in the data, which never changes
     * @param ask the question in Chinese
     */
    public record Question(String id, String ask) {}

    public Remit {
        items = List.copyOf(items);
        words = List.copyOf(words);
        questions = List.copyOf(questions);
    }
}
