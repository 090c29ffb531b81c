package org.fairreview.screening;

/**
 * A word where it was found.
 *
 * @param word number of the word
 * @param start its first character as the matching counts: a lead-in counts as standing right before the sentence
 * @param end one past its last character there
 * @param clause which clause it stands in
 * @param from its first character in the normalised text of that clause
 * @param to one past its last character there
 */
record Occurrence(int word, int start, int end, Clause clause, int from, int to) {

    Occurrence movedBy(int characters) {
        return characters == 0 ? this : new Occurrence(word, start + characters, end + characters, clause, from, to);
    }
}
