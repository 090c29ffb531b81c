package org.fairreview.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter in the register. */
public record LetterLine(
        String number,
        @Nullable String documentNumber,
        String kind,
        LetterState state,
        String title,
        @Nullable String addresseeUnitId,
        String addresseeName,
        String regionId,
        Instant begunAt,
        @Nullable Instant replyUntil,
        @Nullable Instant overdueAt) {

    static LetterLine of(Letter letter) {
        return new LetterLine(
                letter.number(),
                letter.documentNumber().orElse(null),
                letter.kind(),
                letter.state(),
                letter.text().title(),
                letter.addresseeUnitId().orElse(null),
                letter.addresseeName(),
                letter.regionId(),
                letter.origin().begunAt(),
                letter.replyUntil().orElse(null),
                letter.overdueAt().orElse(null));
    }

    /** Whether the limit for the reply has passed and none has come. */
    public boolean isOverdue(Instant now) {
        return state == LetterState.AWAITING_REPLY
                && (overdueAt != null || (replyUntil != null && now.isAfter(replyUntil)));
    }

    /** Whether its 文号 is void. */
    public boolean isVoid() {
        return state == LetterState.WITHDRAWN && documentNumber != null;
    }
}
