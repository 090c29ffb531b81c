package org.fairreview.review.web;

import org.jspecify.annotations.Nullable;

/**
 * An earlier finding like the passage at hand, as pages and forms show it.
 *
 * @param url of its case, which the reader may open
 * @param item the standard by which it was found
 * @param ended what became of it, with the kind of justification
 * @param note what was said about that, or which change was required
 */
record SimilarView(
        String caseNumber,
        String url,
        int year,
        String likeness,
        String address,
        String quotation,
        String item,
        String ended,
        @Nullable String note,
        String conclusion) {}
