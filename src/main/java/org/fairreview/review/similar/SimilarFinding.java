package org.fairreview.review.similar;

import java.time.Instant;
import org.fairreview.review.Conclusion;
import org.fairreview.review.Disposition;
import org.fairreview.review.Justification;
import org.jspecify.annotations.Nullable;

/**
 * A finding of an earlier review whose passage resembles the one at hand, and how it ended.
 *
 * @param regime the regime to whose standards the item belongs
 * @param conclusion what was concluded on the version in which it stood
 * @param concludedAt when that was signed off
 */
public record SimilarFinding(
        String caseNumber,
        String address,
        String quotation,
        String regime,
        String item,
        String requiredChange,
        Disposition disposition,
        @Nullable Justification justification,
        String dispositionNote,
        Conclusion conclusion,
        Instant concludedAt) {

    /**
     * A finding beside the passage that it resembles.
     *
     * @param likeness how much of their wording both passages share, in per cent
     */
    public record Beside(SimilarFinding finding, int likeness) {}
}
