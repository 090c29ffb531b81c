package org.fairreview.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.document.Texts;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work of the reviewer: findings, what becomes of them, the draft of the conclusion. */
@Service
@Transactional
public class CaseReview {

    /** What the reviewer decides about one finding. */
    public record FindingDecision(
            @NotNull(message = "{task.malformed}") Long id,
            @Nullable Disposition disposition,
            @Nullable Justification justification,
            @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String note) {}

    private final ReviewCases cases;
    private final Findings findings;
    private final Measures measures;
    private final Texts texts;
    private final Standards standards;
    private final Directory directory;
    private final HitReview hits;
    private final OfficeTable office;
    private final CaseAdvice advice;
    private final CaseClocks clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseReview(
            ReviewCases cases,
            Findings findings,
            Measures measures,
            Texts texts,
            Standards standards,
            Directory directory,
            HitReview hits,
            OfficeTable office,
            CaseAdvice advice,
            CaseClocks clocks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.findings = findings;
        this.measures = measures;
        this.texts = texts;
        this.standards = standards;
        this.directory = directory;
        this.hits = hits;
        this.office = office;
        this.advice = advice;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Refusal> assign(String caseNumber, String reviewerId) {
        ReviewCase review = get(caseNumber);
        boolean isReviewer = directory.holdersOf(Role.REVIEWER, review.regulatorUnitId()).stream()
                .anyMatch(person -> person.userId().equals(reviewerId));
        if (!isReviewer) {
            return Optional.of(Refusal.at("reviewer", "assignment.notAReviewer"));
        }
        return review.assign(reviewerId);
    }

    /**
     * Replaces the findings of the case by what the reviewer wrote down, and records what became of the hits.
     *
     * @param dismissals what was said of hits that are no problem; null from a form that does not show hits
     * @param regimeShown the regime whose standards the form showed; null from a form that does not say, which counts as the
     *     regime by which the case was reviewed so far
     */
    public Optional<Refusal> review(
            String caseNumber,
            String userId,
            List<FindingDraft> drafts,
            @Nullable List<HitDismissal> dismissals,
            @Nullable String regimeShown) {
        ReviewCase review = get(caseNumber);
        if (review.isOwnMeasureOf(userId)) {
            return Optional.of(Refusal.of("review.ownMeasure"));
        }
        String inForce = standards.regime();
        if (!inForce.equals(regimeShown == null ? review.regime() : regimeShown)) {
            return Optional.of(Refusal.at("findings", "review.standardsChanged"));
        }
        Map<String, String> files = new HashMap<>();
        for (ManifestEntry entry : measures.version(review.versionId()).reviewedFiles()) {
            files.put(entry.sha256(), texts.fullText(entry.sha256()).orElseThrow());
        }
        Regime regime = standards.regime(inForce).orElseThrow();
        List<Finding> present = findings.findByCaseNumberAndRoundOrderById(caseNumber, review.round());
        for (int place = 1; place <= drafts.size(); place++) {
            FindingDraft draft = drafts.get(place - 1);
            Optional<Refusal> refusal =
                    FindingRules.check(place, draft, underRegime(known(draft, present), regime), files, regime);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        List<HitDismissal> said = dismissals == null ? List.of() : dismissals;
        Optional<Refusal> refused = hits.check(review, drafts, said);
        if (refused.isPresent()) {
            return refused;
        }
        List<Finding> kept = new ArrayList<>();
        for (FindingDraft written : drafts) {
            Finding known = known(written, present);
            FindingDraft draft = FindingRules.keepsTheWordsOf(known, written)
                    ? written
                    : FindingRules.anchor(written, files.get(written.fileSha256()));
            if (known == null) {
                kept.add(findings.save(new Finding(caseNumber, review.round(), inForce, draft)));
            } else {
                known.write(draft, inForce);
                kept.add(known);
            }
        }
        Optional<Finding> dropped = present.stream()
                .filter(finding -> !kept.contains(finding))
                .filter(Finding::isCarried)
                .findFirst();
        if (dropped.isPresent()) {
            return Optional.of(Refusal.at(
                    "findings", "finding.carriedDropped", dropped.get().address()));
        }
        List<Finding> gone =
                present.stream().filter(finding -> !kept.contains(finding)).toList();
        findings.deleteAll(gone);
        hits.decide(review, userId, kept, gone, said);
        if (!review.isReviewedUnder(inForce)) {
            events.publishEvent(new CaseRecorded(
                    caseNumber, "case.standardsChanged", Map.of("regimeBefore", review.regime(), "regime", inForce)));
        }
        review.reviewed(userId, inForce);
        return Optional.empty();
    }

    /** The finding with the items that took its item's place. */
    private FindingRules.@Nullable Known underRegime(@Nullable Finding finding, Regime regime) {
        if (finding == null) {
            return null;
        }
        if (finding.regime().equals(regime.id())) {
            return new FindingRules.Known(finding, Set.of(finding.item()));
        }
        return new FindingRules.Known(
                finding,
                standards.successors(finding.regime(), finding.item(), regime.id()).stream()
                        .map(StandardItem::code)
                        .collect(Collectors.toSet()));
    }

    private static @Nullable Finding known(FindingDraft draft, List<Finding> present) {
        return present.stream()
                .filter(finding -> draft.id() != null && draft.id().equals(finding.id()))
                .findFirst()
                .orElse(null);
    }

    /** Asks the drafting unit to change the text during the review; the clock stands still until it has. */
    public Optional<Refusal> askChange(String caseNumber, String userId, @Nullable String what) {
        ReviewCase review = get(caseNumber);
        Optional<Refusal> refusal = review.askChange(userId, what);
        if (refusal.isEmpty()) {
            clocks.stop(review.clockSubject(), "amending");
        }
        return refusal;
    }

    public void reviewAgain(String caseNumber) {
        get(caseNumber).reviewAgain();
    }

    /** Decides every finding and sends the draft into the signing chain. */
    public Optional<Refusal> conclude(
            String caseNumber,
            String userId,
            ConclusionDraft draft,
            @Nullable ExceptionClaim claim,
            List<FindingDecision> decisions) {
        ReviewCase review = get(caseNumber);
        boolean heard = HearingRule.isKept(measures.version(review.versionId()), measures.get(review.measureId()));
        if (!heard) {
            return Optional.of(Refusal.at("hearing", "conclusion.notHeard"));
        }
        List<Finding> all = findings.findByCaseNumberAndRoundOrderById(caseNumber, review.round());
        Optional<Refusal> unadvised = advice.mayConclude(review, draft.conclusion(), !all.isEmpty());
        if (unadvised.isPresent()) {
            return unadvised;
        }
        Regime regime = standards.regime(review.regime()).orElseThrow();
        for (int place = 1; place <= all.size(); place++) {
            Finding finding = all.get(place - 1);
            Optional<FindingDecision> decision = decisions.stream()
                    .filter(candidate -> finding.id().equals(candidate.id()))
                    .findFirst();
            if (decision.isEmpty() || decision.get().disposition() == null) {
                return Optional.of(Refusal.at("findings", "finding.stillOpen", place));
            }
            StandardItem item = regime.item(finding.item()).orElseThrow();
            String note = decision.get().note() == null ? "" : decision.get().note();
            Optional<Refusal> refusal = finding.dispose(
                    place, decision.get().disposition(), decision.get().justification(), note, item);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        List<SigningStep> chain = review.route() == ReviewRoute.OWN
                ? office.ownReviewChain(review.regionId())
                : office.signingChain(review.regionId());
        return review.conclude(userId, draft, claim, all, chain, standards.regime(), LocalDate.now(clock));
    }

    private ReviewCase get(String caseNumber) {
        return cases.findById(caseNumber).orElseThrow();
    }
}
