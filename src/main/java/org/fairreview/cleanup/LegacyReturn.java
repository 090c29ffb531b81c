package org.fairreview.cleanup;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** That a case was given back, from where and why. */
@Embeddable
public record LegacyReturn(
        @Enumerated(EnumType.STRING) LegacyStage stage, String reason, String returnedBy, Instant returnedAt) {}
