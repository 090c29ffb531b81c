package org.fairreview.review;

/** A review has ended, however; told in the transaction of its end. */
public record CaseEnded(String caseNumber) {}
