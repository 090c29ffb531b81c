package org.fairreview.review.web;

import java.util.List;
import org.fairreview.review.Conclusion;
import org.jspecify.annotations.Nullable;

/** A line of the ledger as the page shows it. */
record LedgerRow(
        @Nullable String number,
        String url,
        boolean past,
        List<Piece> title,
        String draftingUnit,
        @Nullable String region,
        @Nullable String stage,
        String stageLabel,
        @Nullable String reviewer,
        String received,
        String clock,
        boolean over,
        @Nullable Conclusion conclusion,
        @Nullable String conclusionLabel,
        @Nullable String documentNumber,
        List<Hit> hits) {

    /** Where words of the search stand in the text. */
    record Hit(String place, List<Piece> text) {}

    /** A piece of a text, and whether it is a word of the search. */
    record Piece(String text, boolean found) {}
}
