package org.fairreview.screening;

/**
 * A word that made a rule point at a clause.
 *
 * @param ordinal the passage where it stands: the clause itself, or the lead-in above its list
 * @param start first character in the text of that passage
 * @param end one past its last character there
 */
public record HitWord(int ordinal, String text, int start, int end) {}
