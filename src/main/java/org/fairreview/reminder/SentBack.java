package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Why a draft came back to its drafter.
 *
 * @param from the step from which it came
 * @param by who sent it back; null where the product did, since the ground of the letter was gone
 */
@Embeddable
public record SentBack(
        @Column(name = "sent_back_from") String from,
        @Column(name = "sent_back_by") @Nullable String by,
        @Column(name = "sent_back_reason") String reason) {}
