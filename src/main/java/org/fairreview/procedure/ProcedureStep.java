package org.fairreview.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure, as often as it was gone through.
 *
 * @param round which draft it was about, from 1
 * @param dueAt its limit; absent where another process has the limits
 */
@Embeddable
public record ProcedureStep(
        @Enumerated(EnumType.STRING) StepKind step,
        @Column(name = "step_round") int round,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    static ProcedureStep begun(StepKind step, int round, Instant now, @Nullable Instant dueAt) {
        return new ProcedureStep(step, round, now, dueAt, null, null);
    }

    ProcedureStep done(@Nullable String by, Instant now) {
        return new ProcedureStep(step, round, since, dueAt, now, by);
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    /** Whether it was done after its limit, or is not done and the limit is over. */
    public boolean isLate(Instant now) {
        return dueAt != null && (doneAt == null ? now : doneAt).isAfter(dueAt);
    }
}
