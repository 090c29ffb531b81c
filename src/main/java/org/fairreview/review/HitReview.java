package org.fairreview.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.document.ClassificationMark;
import org.fairreview.screening.FoundHit;
import org.fairreview.screening.HitChoice;
import org.fairreview.screening.HitDecision;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
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
        Map<String, HitDecision> before = decisions.of(review.measureId());
        Map<String, HitDecision.Choice> choices = new LinkedHashMap<>();
        gone.forEach(finding -> before.values().stream()
                .filter(decision -> decision.choice() == HitChoice.ACCEPTED)
                .filter(decision -> decision.findingId().equals(Optional.ofNullable(finding.id())))
                .forEach(decision -> choices.put(decision.key(), HitDecision.Choice.reopened())));
        gone.forEach(finding -> finding.hitKey().ifPresent(key -> choices.put(key, HitDecision.Choice.reopened())));
        kept.forEach(finding -> finding.hitKey()
                .ifPresent(key -> choices.put(key, HitDecision.Choice.accepted(Objects.requireNonNull(finding.id())))));
        settledByHand(review, kept, before).forEach(choices::putIfAbsent);
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

    /**
     * The open hits over whose words a finding under the same item was typed by hand, or was taken from a hit that this run
     * names otherwise.
     */
    private Map<String, HitDecision.Choice> settledByHand(
            ReviewCase review, List<Finding> kept, Map<String, HitDecision> before) {
        Map<String, HitDecision.Choice> settled = new LinkedHashMap<>();
        List<FoundHit> hits =
                screenings.of(review.versionId()).map(VersionScreening::hits).orElse(List.of());
        Set<String> keys = hits.stream().map(FoundHit::key).collect(Collectors.toSet());
        List<Finding> byHand = kept.stream()
                .filter(finding -> finding.hitKey().filter(keys::contains).isEmpty())
                .toList();
        hits.stream().filter(hit -> isOpen(before.get(hit.key()))).forEach(hit -> byHand.stream()
                .filter(finding -> speaksOf(finding, hit))
                .findFirst()
                .ifPresent(finding ->
                        settled.put(hit.key(), HitDecision.Choice.accepted(Objects.requireNonNull(finding.id())))));
        return settled;
    }

    private static boolean isOpen(@Nullable HitDecision decision) {
        return decision == null || decision.choice() == HitChoice.REOPENED;
    }

    private static boolean speaksOf(Finding finding, FoundHit hit) {
        return finding.fileSha256().equals(hit.fileSha256())
                && finding.item().equals(hit.item())
                && finding.startOffset() < hit.end()
                && hit.start() < finding.endOffset();
    }
}
