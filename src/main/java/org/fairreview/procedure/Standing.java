package org.fairreview.procedure;

import java.time.LocalDate;

/**
 * How the linked fair-competition review stands at this moment.
 *
 * @param reason why no review is required; empty otherwise
 * @param concludedOn the day of the conclusion, or of the end without one
 */
public record Standing(
        String reviewCase, String versionId, FairOutcome outcome, String reason, LocalDate concludedOn) {}
