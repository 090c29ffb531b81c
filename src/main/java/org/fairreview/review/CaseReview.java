package org.fairreview.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final OfficeTable office;

    CaseReview(
            ReviewCases cases,
            Findings findings,
            Measures measures,
            Texts texts,
            Standards standards,
            Directory directory,
            OfficeTable office) {
        this.cases = cases;
        this.findings = findings;
        this.measures = measures;
        this.texts = texts;
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
        if (userId.equals(review.submittedBy())) {
            return Optional.of(Refusal.of("review.ownMeasure"));
        }
        Map<String, String> files = new HashMap<>();
        for (ManifestEntry entry : measures.version(review.versionId()).reviewedFiles()) {
            files.put(entry.sha256(), texts.fullText(entry.sha256()).orElseThrow());
        }
        Regime regime = standards.regime(review.regime()).orElseThrow();
        for (int place = 1; place <= drafts.size(); place++) {
            Optional<Refusal> refusal = FindingRules.check(place, drafts.get(place - 1), files, regime);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        List<Finding> present = findings.findByCaseNumberOrderById(caseNumber);
        List<Finding> kept = new ArrayList<>();
        for (FindingDraft written : drafts) {
            FindingDraft draft = FindingRules.anchor(written, files.get(written.fileSha256()));
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
        return review.conclude(userId, draft, all, office.signingChain(review.regionId()));
    }

    private ReviewCase get(String caseNumber) {
        return cases.findById(caseNumber).orElseThrow();
    }
}
