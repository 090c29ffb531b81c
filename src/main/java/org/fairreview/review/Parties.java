package org.fairreview.review;

/**
 * Who is concerned with a case: the unit that drafts, and the regulator in whose region it does.
 *
 * @param regionId the region whose regulator handles the case
 */
record Parties(String draftingUnitId, String regulatorUnitId, String regionId) {}
