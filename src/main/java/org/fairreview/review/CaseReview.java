package org.fairreview.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The work of the reviewer: findings, what becomes of them, the draft of the conclusion. */
@Service
@Transactional
public class CaseReview {

    /** What the reviewer decides about one finding. */
    public record FindingDecision(
            Long id, Disposition disposition, @Nullable Justification justification, @Nullable String note) {}

    private final ReviewCases cases;
    private final Findings findings;
    private final Measures measures;
    private final Standards standards;
    private final Directory directory;
    private final OfficeTable office;

    CaseReview(
            ReviewCases cases,
            Findings findings,
            Measures measures,
            Standards standards,
            Directory directory,
            OfficeTable office) {
        this.cases = cases;
        this.findings = findings;
        this.measures = measures;
        this.standards = standards;
        this.directory = directory;
        this.office = office;
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

    /** Replaces the findings of the case by what the reviewer wrote down. */
    public Optional<Refusal> review(String caseNumber, String userId, List<FindingDraft> drafts) {
        ReviewCase review = get(caseNumber);
        Set<String> files = new HashSet<>(measures.version(review.versionId()).reviewedFiles().stream()
                .map(ManifestEntry::sha256)
                .toList());
        Regime regime = standards.regime(review.regime()).orElseThrow();
        for (int place = 1; place <= drafts.size(); place++) {
            Optional<Refusal> refusal = FindingRules.check(place, drafts.get(place - 1), files, regime);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        List<Finding> present = findings.findByCaseNumberOrderById(caseNumber);
        List<Finding> kept = new ArrayList<>();
        for (FindingDraft draft : drafts) {
            Optional<Finding> known = present.stream()
                    .filter(finding -> draft.id() != null && draft.id().equals(finding.id()))
                    .findFirst();
            known.ifPresent(finding -> finding.write(draft));
            kept.add(known.orElseGet(() -> findings.save(new Finding(caseNumber, draft))));
        }
        present.stream().filter(finding -> !kept.contains(finding)).forEach(findings::delete);
        review.reviewed(userId);
        return Optional.empty();
    }

    public void reviewAgain(String caseNumber) {
        get(caseNumber).reviewAgain();
    }

    /** Decides every finding and sends the draft into the signing chain. */
    public Optional<Refusal> conclude(
            String caseNumber, String userId, ConclusionDraft draft, List<FindingDecision> decisions) {
        ReviewCase review = get(caseNumber);
        List<Finding> all = findings.findByCaseNumberOrderById(caseNumber);
        Regime regime = standards.regime(review.regime()).orElseThrow();
        for (int place = 1; place <= all.size(); place++) {
            Finding finding = all.get(place - 1);
            Optional<FindingDecision> decision = decisions.stream()
                    .filter(candidate -> candidate.id().equals(finding.id()))
                    .findFirst();
            if (decision.isEmpty()) {
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
        return review.conclude(userId, draft, all, office.signingChain(review.regionId()));
    }

    private ReviewCase get(String caseNumber) {
        return cases.findById(caseNumber).orElseThrow();
    }
}
