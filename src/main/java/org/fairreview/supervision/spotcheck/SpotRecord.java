package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What one inspector says of a measure, beside the findings. */
@Embeddable
public record SpotRecord(
        @Column(name = "inspector") String inspector,
        @Enumerated(EnumType.STRING) @Column(name = "procedure_verdict") ProcedureVerdict procedure,
        @Column(name = "opinion") String opinion,
        @Column(name = "recorded_at") Instant recordedAt) {}
