package org.fairreview.screening;

/**
 * A version was screened; published in the transaction that keeps what was found.
 *
 * @param hits how many passages were pointed out, under all items together
 */
public record VersionScreened(String versionId, int hits) {}
