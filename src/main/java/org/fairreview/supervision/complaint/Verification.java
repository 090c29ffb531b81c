package org.fairreview.supervision.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verification (核查) over the whole measure, the procedure and the conclusion of its review (Measures 40).
 *
 * @param wholeMeasure what the look at the whole measure came to
 * @param letterKind the kind of the letter that is to follow; absent for none
 * @param regime the standards of the day
 */
@Embeddable
public record Verification(
        @Column(name = "verification_way") @Enumerated(EnumType.STRING) VerificationWay way,
        String wholeMeasure,
        @Enumerated(EnumType.STRING) ProcedureResult procedureResult,
        String procedureNote,
        @Enumerated(EnumType.STRING) ReviewResult reviewResult,
        String reviewNote,
        @Enumerated(EnumType.STRING) Outcome outcome,
        String conclusion,
        @Nullable String letterKind,
        String regime,
        @Column(name = "verified_by") String by,
        @Column(name = "verified_at") Instant at) {}
