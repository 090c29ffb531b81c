package org.fairreview.document;

import java.util.Arrays;

/** The characters of a wording and the pairs of neighbours among them, to tell how much two wordings share. */
final class Likeness {

    /** Half in common makes two wordings versions of one. */
    static final float ENOUGH = 0.5f;

    /** Under the same address less will do: an article that was rewritten, with its beginning left. */
    static final float ENOUGH_AT_SAME_ADDRESS = 0.3f;

    private static final int SHORTEST_WITHIN = 8;
    private static final int MOST_LONGER = 4;
    private static final float WHOLE = 0.8f;

    private final int length;
    private final int[] parts;
    private final long[] present = new long[16];

    Likeness(Wording wording) {
        var words = wording.words();
        this.length = words.length();
        this.parts = new int[Math.max(0, 2 * length - 1)];
        for (int i = 0; i < length; i++) {
            parts[i] = words.charAt(i);
            int slot = words.charAt(i) & 1023;
            present[slot >>> 6] |= 1L << (slot & 63);
        }
        for (int i = 1; i < length; i++) {
            parts[length + i - 1] = words.charAt(i - 1) << 16 | words.charAt(i);
        }
        Arrays.sort(parts);
    }

    /** From 0 to 1; below what is enough it is 0. One wording that went into a longer one is just enough. */
    float to(Likeness other, float enough) {
        int smaller = Math.min(length, other.length);
        int larger = Math.max(length, other.length);
        boolean comparable = 3 * smaller >= larger;
        boolean perhapsWithin = smaller >= SHORTEST_WITHIN && MOST_LONGER * smaller >= larger;
        if (smaller == 0 || !comparable && !perhapsWithin) {
            return 0;
        }
        int most = Math.min(mostCommon(other), other.mostCommon(this));
        if (2 * most < enough * (parts.length + other.parts.length)
                && (!perhapsWithin || most < WHOLE * (2 * smaller - 1))) {
            return 0;
        }
        int common = common(other);
        float share = 2f * common / (parts.length + other.parts.length);
        if (share >= enough) {
            return share;
        }
        return perhapsWithin && common >= WHOLE * (2 * smaller - 1) ? enough : 0;
    }

    /** No less than what is common: a character that the other lacks takes at least one pair with it. */
    private int mostCommon(Likeness other) {
        int missing = 0;
        for (int i = 0; i < present.length; i++) {
            missing += Long.bitCount(present[i] & ~other.present[i]);
        }
        return parts.length - Math.max(0, 2 * missing - 1);
    }

    private int common(Likeness other) {
        int[] theirs = other.parts;
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < parts.length && j < theirs.length) {
            if (parts[i] == theirs[j]) {
                common++;
                i++;
                j++;
            } else if (parts[i] < theirs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }
}
