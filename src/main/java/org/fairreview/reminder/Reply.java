package org.fairreview.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The addressee's reply.
 *
 * @param on the day on which it came
 * @param late whether that was after the limit
 * @param onPaper whether the clerk registered it
 */
@Embeddable
public record Reply(
        @Column(name = "replied_on") LocalDate on,
        @Column(name = "reply_text") String text,
        @Column(name = "reply_late") Boolean late,
        @Column(name = "reply_on_paper") Boolean onPaper,
        @Column(name = "replied_by") String by,
        @Column(name = "replied_at") Instant at) {}
