package org.fairreview.legaladvice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What those who asked made of an opinion (采纳情况), and why. */
@Embeddable
public record Adoption(
        @Enumerated(EnumType.STRING) @Column(name = "adopted") Extent extent,
        @Column(name = "adoption_reason", length = 4000) String reason,
        @Column(name = "adopted_by") String by,
        @Column(name = "adopted_at") Instant at) {

    /** How far an opinion was taken up. */
    public enum Extent {
        ADOPTED,
        PARTLY,
        NOT_ADOPTED
    }
}
