package org.fairreview.cleanup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is entered into the register of measures in force.
 *
 * @param issuerUnitId the issuing unit, where it is one of the units known here
 * @param versionId the text, where there is one
 * @param textFingerprint of the text without blanks and punctuation ({@link LedgerKeys#text})
 * @param originCase the review or the clean-up with which it came
 */
public record EntryInForce(
        String measureId,
        String regionId,
        String unitId,
        @Nullable String issuerUnitId,
        String title,
        String documentNumber,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        String link,
        @Nullable String versionId,
        @Nullable String textFingerprint,
        @Nullable String originCase,
        @Nullable LocalDate nextEvaluationOn,
        @Nullable String enteredBy) {}
