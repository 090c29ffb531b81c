package org.fairreview.reminder;

import jakarta.persistence.Embeddable;

/** A measure that a letter is about, as the letter names it. */
@Embeddable
public record LetterMeasure(String title, String issuedNumber, String drafter) {}
