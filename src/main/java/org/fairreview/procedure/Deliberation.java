package org.fairreview.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A collective deliberation of one draft (集体审议), as its minutes tell it.
 *
 * @param changes what the meeting changed; empty where nothing
 * @param material whether the changes touch what was reviewed
 * @param dissent who was of another opinion, and of which; empty where nobody
 */
@Embeddable
public record Deliberation(
        @Column(name = "deliberation_round") int round,
        LocalDate heldOn,
        String meeting,
        @Enumerated(EnumType.STRING) @Column(name = "decision") Resolution resolution,
        @Column(length = 20000) String changes,
        boolean material,
        @Column(length = 20000) String dissent,
        String minutesFileId,
        String registeredBy,
        Instant registeredAt) {}
