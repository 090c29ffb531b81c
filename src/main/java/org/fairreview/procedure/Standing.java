package org.fairreview.procedure;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How the linked fair-competition review stands at this moment.
 *
 * @param versionSubmittedAt when the text that it reviews was submitted
 * @param reason why no review is required; empty otherwise
 * @param concludedOn the day of the conclusion, or of the end without one
 */
public record Standing(
        String reviewCase,
        String versionId,
        Instant versionSubmittedAt,
        FairOutcome outcome,
        String reason,
        LocalDate concludedOn) {}
