package org.fairreview.review;

/** What a case held was destroyed at the end of its term; what was copied from it elsewhere must go too. */
public record CaseDestroyed(String caseNumber) {}
