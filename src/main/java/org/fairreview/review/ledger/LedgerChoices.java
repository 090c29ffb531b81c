package org.fairreview.review.ledger;

import java.util.List;

/** What a person can narrow the ledger by: no more than stands in the lines that the person may see. */
public record LedgerChoices(
        List<Integer> years, List<Choice> units, List<Choice> regions, List<String> reviewerIds, boolean past) {

    /** A unit or a region. */
    public record Choice(String id, String name) {}
}
