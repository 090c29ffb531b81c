package org.fairreview.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.document.ClassificationMark;
import org.fairreview.screening.HitDecision;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;

/** What becomes of the screening's hits when the reviewer hands in the findings. Hits left undecided hinder nothing. */
@Component
class HitReview {

    private final Screenings screenings;
    private final HitDecisions decisions;

    HitReview(Screenings screenings, HitDecisions decisions) {
        this.screenings = screenings;
        this.decisions = decisions;
    }

    /** The first dismissal that cannot stand: without a reason, of a hit that is a finding, or of one that is not there. */
    Optional<Refusal> check(ReviewCase review, List<FindingDraft> drafts, List<HitDismissal> dismissals) {
        Optional<VersionScreening> screening =
                dismissals.isEmpty() ? Optional.empty() : screenings.of(review.versionId());
        for (HitDismissal said : dismissals) {
            if (screening.flatMap(known -> known.hit(said.hit())).isEmpty()) {
                return refuse("hit.gone", said);
            }
            if (said.dismissed() && said.reasonGiven().isEmpty()) {
                return refuse("hit.reasonMissing", said);
            }
            if (ClassificationMark.isIn(said.reasonGiven())) {
                return refuse("hit.classified", said);
            }
            if (said.dismissed() && drafts.stream().anyMatch(draft -> said.hit().equals(draft.hit()))) {
                return refuse("hit.isAFinding", said);
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(String key, HitDismissal said) {
        return Optional.of(Refusal.at("hits", key, said.number()));
    }

    /** Records the decisions that follow from the findings kept and dropped, and from the dismissals. */
    void decide(
            ReviewCase review, String userId, List<Finding> kept, List<Finding> gone, List<HitDismissal> dismissals) {
        Map<String, HitDecision.Choice> choices = new LinkedHashMap<>();
        gone.forEach(finding -> finding.hitKey().ifPresent(key -> choices.put(key, HitDecision.Choice.reopened())));
        kept.forEach(finding -> finding.hitKey()
                .ifPresent(key -> choices.put(key, HitDecision.Choice.accepted(Objects.requireNonNull(finding.id())))));
        dismissals.forEach(said -> {
            if (said.dismissed()) {
                choices.put(said.hit(), HitDecision.Choice.dismissed(said.reasonGiven()));
            } else {
                choices.putIfAbsent(said.hit(), HitDecision.Choice.reopened());
            }
        });
        decisions.decide(
                new HitDecisions.Subject(review.measureId(), review.versionId(), review.number(), userId), choices);
    }
}
