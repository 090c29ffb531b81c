package org.fairreview.reminder;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A measure that a letter is about, as the letter names it.
 *
 * @param drafterUnitId the drafter in the register of units; null for one that is in none
 */
@Embeddable
public record LetterMeasure(String title, String issuedNumber, String drafter, @Nullable String drafterUnitId) {}
