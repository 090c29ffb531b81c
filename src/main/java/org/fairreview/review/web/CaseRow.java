package org.fairreview.review.web;

import java.time.Instant;
import java.time.LocalDate;
import org.fairreview.review.Conclusion;
import org.fairreview.review.Stage;
import org.jspecify.annotations.Nullable;

/** A case as a line of a list, with what its reader may know. */
record CaseRow(
        String number,
        String title,
        String draftingUnit,
        Stage stage,
        String stageLabel,
        @Nullable Conclusion conclusion,
        @Nullable String conclusionLabel,
        @Nullable String reviewer,
        Instant submittedAt,
        String submitted,
        @Nullable LocalDate lastDay,
        String clock,
        boolean over,
        @Nullable LocalDate deliveredOn) {

    boolean contains(String words) {
        return number.contains(words) || title.contains(words) || draftingUnit.contains(words);
    }
}
