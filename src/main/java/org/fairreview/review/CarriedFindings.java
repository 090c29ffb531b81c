package org.fairreview.review;

import java.util.List;
import java.util.Optional;
import org.fairreview.document.Passage;
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

    /** To be called before the case takes the version: with the round that ends. */
    void carry(String caseNumber, int round, MeasureVersion next) {
        for (Finding finding : findings.findByCaseNumberAndRoundOrderById(caseNumber, round)) {
            if (finding.disposition() == Disposition.RESOLVED || finding.disposition() == Disposition.AMENDED) {
                continue;
            }
            findings.save(find(finding, next)
                    .map(place -> finding.carriedUnchanged(place.sha256(), place.address(), place.start(), place.end()))
                    .orElseGet(finding::carriedChanged));
        }
    }

    private Optional<Place> find(Finding finding, MeasureVersion next) {
        List<ManifestEntry> files = next.reviewedFiles();
        boolean sameFile = files.stream().anyMatch(file -> file.sha256().equals(finding.fileSha256()));
        if (sameFile && !finding.isGone()) {
            return Optional.of(
                    new Place(finding.fileSha256(), finding.address(), finding.startOffset(), finding.endOffset()));
        }
        return files.stream()
                .flatMap(file -> find(finding, file.sha256()).stream())
                .findFirst();
    }

    private Optional<Place> find(Finding finding, String sha256) {
        String text = texts.fullText(sha256).orElse("");
        int start = text.indexOf(finding.quotation());
        if (start < 0) {
            return FindingRules.standsIn(finding.quotation(), text)
                    ? Optional.of(new Place(sha256, finding.address(), -1, -1))
                    : Optional.empty();
        }
        String address = texts.passages(sha256).stream()
                .filter(passage -> passage.start() <= start && start < passage.end())
                .map(Passage::address)
                .findFirst()
                .orElse(finding.address());
        return Optional.of(
                new Place(sha256, address, start, start + finding.quotation().length()));
    }
}
