package org.fairreview.measure;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the drafting unit states about a measure. Texts that do not apply are empty, never absent. */
@Embeddable
public record MeasureFacts(
        String title,
        @Enumerated(EnumType.STRING) MeasureKind kind,
        @Enumerated(EnumType.STRING) Issuance issuance,
        String issuingBody,
        String coDrafters,
        String industries,
        String legalBasis,
        String contactName,
        String contactPhone) {}
