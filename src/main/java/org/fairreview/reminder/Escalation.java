package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows where the matter was not put right (升级处理).
 *
 * @param nextKind the kind of the letter that follows; null where none does
 * @param nextNumber the file number of that letter
 */
@Embeddable
public record Escalation(
        @Column(name = "escalated_to") @Nullable String nextKind,
        @Column(name = "escalation_note") String note,
        @Column(name = "next_number") @Nullable String nextNumber,
        @Column(name = "escalated_by") String by,
        @Column(name = "escalated_at") Instant at) {}
