package org.fairreview.review;

/** A case is for its handlers only from now on; what names it elsewhere must forget its title. */
public record CaseRestricted(String caseNumber) {}
