package org.fairreview.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.review.Disposition;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.similar.SimilarFinding;
import org.fairreview.review.similar.SimilarFinding.Beside;
import org.fairreview.review.similar.SimilarFindings;
import org.fairreview.standard.Standards;
import org.springframework.stereotype.Component;

/** Puts earlier findings that resemble a passage into words, for those inside the review. */
@Component
class SimilarViews {

    private static final Set<Disposition> CHANGED = Set.of(Disposition.CHANGE_REQUIRED, Disposition.AMENDED);

    private final SimilarFindings similar;
    private final CaseInsights insights;
    private final Standards standards;
    private final Labels labels;
    private final Moments moments;

    SimilarViews(SimilarFindings similar, CaseInsights insights, Standards standards, Labels labels, Moments moments) {
        this.similar = similar;
        this.insights = insights;
        this.standards = standards;
        this.labels = labels;
        this.moments = moments;
    }

    /**
     * The earlier findings like each passage, of cases inside which the reader stands; the caller has made sure that it
     * stands inside the review at hand.
     */
    <K> Map<K, List<SimilarView>> to(ReviewCase review, Map<K, String> passages, Actor reader) {
        Map<K, List<SimilarView>> views = new LinkedHashMap<>();
        similar.to(review, passages, reader, earlier -> insights.of(earlier, reader)
                        .isInside())
                .forEach((key, found) ->
                        views.put(key, found.stream().map(this::view).toList()));
        return views;
    }

    private SimilarView view(Beside beside) {
        SimilarFinding finding = beside.finding();
        String ended = labels.of("review.disposition", finding.disposition());
        boolean change = CHANGED.contains(finding.disposition());
        String note =
                change && finding.dispositionNote().isBlank() ? finding.requiredChange() : finding.dispositionNote();
        return new SimilarView(
                finding.caseNumber(),
                "/cases/" + finding.caseNumber(),
                moments.dayOf(finding.concludedAt()).getYear(),
                labels.text("similar.likeness", beside.likeness()),
                finding.address(),
                finding.quotation(),
                standards
                        .regime(finding.regime())
                        .flatMap(regime -> regime.item(finding.item()))
                        .map(item -> item.article() + " " + item.label())
                        .orElse(finding.item()),
                Optional.ofNullable(finding.justification())
                        .map(kind -> labels.text("similar.justified", ended, labels.of("review.justification", kind)))
                        .orElse(ended),
                note.isBlank() ? null : note,
                labels.of("review.conclusion", finding.conclusion()));
    }
}
