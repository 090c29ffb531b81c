package org.fairreview.cleanup.process;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.fairreview.cleanup.LegacyCheck.DecidedFinding;
import org.fairreview.review.Disposition;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.Justification;
import org.fairreview.review.LegalBasis;
import org.jspecify.annotations.Nullable;

/** A finding as the forms of a clean-up send it: what stands where, under which item, and what becomes of it. */
record FindingRow(
        @Nullable Long id,
        String fileSha256,
        String address,
        int startOffset,
        int endOffset,
        String quotation,
        String item,
        @Nullable String subItem,
        String reason,
        String requiredChange,
        @Nullable LegalBasis legalBasis,
        @Nullable String legalBasisSource,
        @Nullable Boolean specificOperator,
        @Nullable String hit,
        @Nullable Disposition disposition,
        @Nullable Justification justification,
        @Nullable @Size(max = 20000, message = "{conclusion.tooLong}") String dispositionNote) {

    static List<DecidedFinding> decided(List<FindingRow> rows) {
        return rows.stream().map(FindingRow::decided).toList();
    }

    private DecidedFinding decided() {
        return new DecidedFinding(
                new FindingDraft(
                        id,
                        fileSha256,
                        address,
                        startOffset,
                        endOffset,
                        quotation,
                        item,
                        subItem,
                        reason,
                        requiredChange,
                        legalBasis,
                        legalBasisSource,
                        specificOperator,
                        hit),
                disposition,
                justification,
                Objects.requireNonNullElse(dispositionNote, "").strip());
    }
}
