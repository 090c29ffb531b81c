package org.fairreview.cleanup;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.cleanup.LegacyCheck.DecidedFinding;
import org.fairreview.cleanup.LegacyFinding.Finder;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.Texts;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.Disposition;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.HitDismissal;
import org.fairreview.review.WrittenFindings;
import org.fairreview.screening.HitDecision;
import org.fairreview.screening.HitDecisions;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what somebody found in the text of a measure in force, by the standards of the clean-up. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LegacyChecks {

    private final LegacyFindings rows;
    private final Measures measures;
    private final Texts texts;
    private final Standards standards;
    private final Screenings screenings;
    private final HitDecisions decisions;

    LegacyChecks(
            LegacyFindings rows,
            Measures measures,
            Texts texts,
            Standards standards,
            Screenings screenings,
            HitDecisions decisions) {
        this.rows = rows;
        this.measures = measures;
        this.texts = texts;
        this.standards = standards;
        this.screenings = screenings;
        this.decisions = decisions;
    }

    /**
     * Replaces what the finder found before.
     *
     * @param found takes the findings that stand now
     */
    Optional<Refusal> write(
            LegacyCase legacy,
            Finder finder,
            List<DecidedFinding> written,
            List<HitDismissal> dismissals,
            String userId,
            List<LegacyFinding> found) {
        Map<String, String> files = files(legacy);
        Regime regime = standards.regime(legacy.regime()).orElseThrow();
        List<FindingDraft> drafts = written.stream().map(DecidedFinding::draft).toList();
        Optional<Refusal> refusal =
                WrittenFindings.check(drafts, files, regime).or(() -> check(legacy, drafts, dismissals));
        if (refusal.isPresent()) {
            return refusal;
        }
        for (int place = 1; place <= written.size(); place++) {
            DecidedFinding each = written.get(place - 1);
            LegacyFinding finding =
                    new LegacyFinding(legacy.number(), finder, WrittenFindings.anchor(each.draft(), files));
            Optional<Refusal> undecided = finding.dispose(
                    place,
                    Objects.requireNonNullElse(each.disposition(), Disposition.OPEN),
                    each.justification(),
                    each.note(),
                    regime.item(finding.item()).orElseThrow());
            if (undecided.isPresent()) {
                return undecided;
            }
            found.add(finding);
        }
        List<LegacyFinding> before = rows.findByCaseNumberAndFinderOrderById(legacy.number(), finder);
        rows.deleteAll(before);
        rows.saveAllAndFlush(found);
        decide(legacy, before, found, dismissals, userId);
        return Optional.empty();
    }

    private Map<String, String> files(LegacyCase legacy) {
        Map<String, String> files = new HashMap<>();
        legacy.versionId().map(measures::version).ifPresent(version -> {
            for (ManifestEntry entry : version.reviewedFiles()) {
                files.put(entry.sha256(), texts.fullText(entry.sha256()).orElse(""));
            }
        });
        return files;
    }

    private Optional<Refusal> check(LegacyCase legacy, List<FindingDraft> drafts, List<HitDismissal> dismissals) {
        Optional<VersionScreening> screening =
                dismissals.isEmpty() ? Optional.empty() : legacy.versionId().flatMap(screenings::of);
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

    private void decide(
            LegacyCase legacy,
            List<LegacyFinding> before,
            List<LegacyFinding> now,
            List<HitDismissal> dismissals,
            String userId) {
        if (legacy.versionId().isEmpty()) {
            return;
        }
        Map<String, HitDecision.Choice> choices = new LinkedHashMap<>();
        before.forEach(gone -> gone.hitKey().ifPresent(key -> choices.put(key, HitDecision.Choice.reopened())));
        now.forEach(finding -> finding.hitKey()
                .ifPresent(key -> choices.put(key, HitDecision.Choice.accepted(Objects.requireNonNull(finding.id())))));
        dismissals.forEach(said -> {
            if (said.dismissed()) {
                choices.put(said.hit(), HitDecision.Choice.dismissed(said.reasonGiven()));
            } else {
                choices.putIfAbsent(said.hit(), HitDecision.Choice.reopened());
            }
        });
        decisions.decide(
                new HitDecisions.Subject(legacy.measureId(), legacy.versionId().get(), legacy.number(), userId),
                choices);
    }
}
