package org.fairreview.identity;

/** A unit has gone into its successor, to which its open tasks went. */
public record UnitDissolved(String unitId, String successorId) {}
