package org.fairreview.identity;

/** A unit has come, or has become its region's regulator, while the product runs. */
public record UnitEstablished(String unitId) {}
