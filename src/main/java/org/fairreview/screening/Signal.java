package org.fairreview.screening;

/**
 * One way in which a rule's words stand together.
 *
 * @param rule number of the rule it belongs to
 * @param groups numbers of the groups of words, each of which must be there
 * @param distances how many characters may lie between the word of one group and that of the next
 * @param ordered whether the groups must follow each other as written
 * @param wholeClause whether the words may stand in different sentences of a clause
 * @param mindsNegation whether a prohibition in front takes the meaning away
 * @param exclusions number of the group of words that must not stand in the same sentence, or -1
 */
record Signal(
        int rule,
        int[] groups,
        int[] distances,
        boolean ordered,
        boolean wholeClause,
        boolean mindsNegation,
        int exclusions) {

    int longestDistance() {
        int longest = 0;
        for (int distance : distances) {
            longest = Math.max(longest, distance);
        }
        return longest;
    }
}
