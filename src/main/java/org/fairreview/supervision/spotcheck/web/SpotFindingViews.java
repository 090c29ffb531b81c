package org.fairreview.supervision.spotcheck.web;

import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Directory;
import org.fairreview.review.LegalBasis;
import org.fairreview.standard.Standards;
import org.fairreview.supervision.spotcheck.SpotFinding;
import org.fairreview.supervision.spotcheck.SpotItem;
import org.springframework.stereotype.Component;

/** Puts findings into words, by the standards of their spot check. */
@Component
class SpotFindingViews {

    private final Standards standards;
    private final Directory directory;
    private final SpotTexts texts;

    SpotFindingViews(Standards standards, Directory directory, SpotTexts texts) {
        this.standards = standards;
        this.directory = directory;
        this.texts = texts;
    }

    /** What an inspector recorded. */
    public record RecordView(String inspector, String procedure, String opinion, String at) {}

    List<RecordView> records(SpotItem item) {
        return item.records().stream()
                .map(record -> new RecordView(
                        directory.nameOf(record.inspector()),
                        texts.of("spotcheck.procedure", record.procedure()),
                        record.opinion(),
                        texts.minute(record.recordedAt())))
                .toList();
    }

    /** What the section head decided; empty where the two agreed, or nobody has. */
    String decision(SpotItem item) {
        return item.decidedBy()
                .map(decider -> texts.of(
                        "spotcheck.decided.said",
                        directory.nameOf(decider),
                        texts.minute(item.decidedAt().orElseThrow()),
                        item.decisionReason()))
                .orElse("");
    }

    List<SpotFindingView> of(List<SpotFinding> findings, String regime) {
        return findings.stream().map(finding -> of(finding, regime)).toList();
    }

    private SpotFindingView of(SpotFinding finding, String regime) {
        LegalBasis basis = finding.legalBasis();
        return new SpotFindingView(
                finding.id(),
                directory.nameOf(finding.inspector()),
                finding.fileSha256(),
                finding.address(),
                finding.startOffset(),
                finding.endOffset(),
                finding.quotation(),
                finding.item(),
                finding.subItem(),
                finding.reason(),
                finding.requiredChange(),
                basis == null ? null : texts.of("review.legalBasis", basis),
                finding.legalBasisSource(),
                finding.specificOperator(),
                texts.standard(regime, finding.item()),
                standards
                        .regime(regime)
                        .flatMap(known -> known.item(finding.item()))
                        .flatMap(item -> Optional.ofNullable(finding.subItem()).flatMap(item::subItem))
                        .map(known -> known.citation() + " " + known.label())
                        .orElse(null),
                finding.isStanding(),
                finding.isSettled());
    }
}
