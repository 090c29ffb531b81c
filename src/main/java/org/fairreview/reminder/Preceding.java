package org.fairreview.reminder;

import org.jspecify.annotations.Nullable;

/**
 * The letter that came before, as far as the rules ask about it.
 *
 * @param parentRegionId the region above the one whose regulator wrote it
 * @param failed whether the matter was not put right in time or sufficiently
 */
record Preceding(String number, Ground ground, @Nullable String parentRegionId, String addresseeName, boolean failed) {}
