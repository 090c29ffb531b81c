package org.fairreview.measure;

/** A version of a measure was fixed; published in the transaction that fixes it. */
public record VersionSubmitted(String versionId) {}
