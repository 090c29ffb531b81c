package org.fairreview.review;

import java.util.Optional;
import org.fairreview.document.Comparison;
import org.fairreview.document.Texts;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.MeasureVersion;
import org.springframework.stereotype.Component;

/**
 * Carries the findings of one round over to the next version: where the words still stand, the finding is open again;
 * where they are gone, the reviewer confirms whether that settles it.
 */
@Component
class CarriedFindings {

    /** Where words stand in a file of the version. */
    private record Place(String sha256, String address, int start, int end) {}

    private final Findings findings;
    private final Texts texts;

    CarriedFindings(Findings findings, Texts texts) {
        this.findings = findings;
        this.texts = texts;
    }

    /** To be called before the case takes the next version: with the round that ends. */
    void carry(String caseNumber, int round, MeasureVersion last, MeasureVersion next) {
        for (Finding finding : findings.findByCaseNumberAndRoundOrderById(caseNumber, round)) {
            if (finding.disposition() == Disposition.RESOLVED) {
                continue;
            }
            findings.save(find(finding, last, next)
                    .map(place -> finding.carriedUnchanged(place.sha256(), place.address(), place.start(), place.end()))
                    .orElseGet(finding::carriedChanged));
        }
    }

    /** Lets the findings of the round follow a version that replaces another within it: after a supplement. */
    void follow(String caseNumber, int round, MeasureVersion last, MeasureVersion next) {
        for (Finding finding : findings.findByCaseNumberAndRoundOrderById(caseNumber, round)) {
            find(finding, last, next)
                    .ifPresentOrElse(
                            place -> finding.follow(place.sha256(), place.address(), place.start(), place.end()),
                            finding::lose);
        }
    }

    private Optional<Place> find(Finding finding, MeasureVersion last, MeasureVersion next) {
        if (finding.isGone()) {
            return next.reviewedFiles().stream()
                    .flatMap(file -> search(finding, file.sha256()).stream())
                    .findFirst();
        }
        if (next.reviewedFiles().stream().anyMatch(file -> file.sha256().equals(finding.fileSha256()))) {
            return Optional.of(
                    new Place(finding.fileSha256(), finding.address(), finding.startOffset(), finding.endOffset()));
        }
        return successor(finding, last, next)
                .flatMap(sha256 -> finding.startOffset() < 0 ? search(finding, sha256) : follow(finding, sha256));
    }

    /** The file that took the place of the one in which the finding stands. */
    private static Optional<String> successor(Finding finding, MeasureVersion last, MeasureVersion next) {
        return last.reviewedFiles().stream()
                .filter(file -> file.sha256().equals(finding.fileSha256()))
                .findFirst()
                .flatMap(before -> next.reviewedFiles().stream()
                        .filter(file -> file.role() == before.role() && file.place() == before.place())
                        .findFirst())
                .map(ManifestEntry::sha256);
    }

    private Optional<Place> follow(Finding finding, String sha256) {
        return Comparison.of(texts.passages(finding.fileSha256()), texts.passages(sha256))
                .follow(finding.startOffset(), finding.endOffset())
                .map(place -> new Place(sha256, place.passage().address(), place.start(), place.end()));
    }

    /** Without offsets in the last version, the words stand somewhere in the text, or they do not. */
    private Optional<Place> search(Finding finding, String sha256) {
        return FindingRules.standsIn(finding.quotation(), texts.fullText(sha256).orElse(""))
                ? Optional.of(new Place(sha256, finding.address(), -1, -1))
                : Optional.empty();
    }
}
