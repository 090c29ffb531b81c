package org.fairreview.document;

/** Who brings a file: a person, for a unit, in the region that will handle it. */
public record Uploader(String person, String unitId, String region) {}
