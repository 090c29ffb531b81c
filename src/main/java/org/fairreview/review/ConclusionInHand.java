package org.fairreview.review;

/** A conclusion, whatever it is, is in the drafting unit's hand; told in the transaction in which it comes there. */
public record ConclusionInHand(String caseNumber) {}
