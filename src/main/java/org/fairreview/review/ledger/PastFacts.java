package org.fairreview.review.ledger;

import java.text.Normalizer;
import java.time.LocalDate;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Conclusion;
import org.jspecify.annotations.Nullable;

/** What a valid line says. */
record PastFacts(
        String regionId,
        String unitId,
        String title,
        MeasureKind kind,
        @Nullable Issuance issuance,
        LocalDate receivedOn,
        LocalDate concludedOn,
        Conclusion conclusion,
        @Nullable String documentNumber,
        @Nullable String issuedNumber,
        @Nullable LocalDate issuedOn,
        String remark) {

    /** What makes two lines the same review: unit and document number, or else unit, title and day of receipt. */
    String key() {
        return documentNumber == null
                ? "%s|t|%s|%s".formatted(unitId, folded(title), receivedOn)
                : "%s|n|%s".formatted(unitId, folded(documentNumber));
    }

    /** Without the differences that people do not see: widths, spaces, and the brackets of a year. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[\\[(【]", "〔")
                .replaceAll("[])】]", "〕");
    }
}
