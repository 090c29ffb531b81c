package org.fairreview.supervision.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/** That the reporter was told, or the material handed over, and in which words; never with a name in them. */
@Embeddable
public record Telling(
        @Column(name = "told_on") LocalDate on,
        @Column(name = "told_way") @Enumerated(EnumType.STRING) TellingWay way,
        @Column(name = "told_text") String text,
        @Column(name = "told_by") String by,
        @Column(name = "told_at") Instant at) {}
