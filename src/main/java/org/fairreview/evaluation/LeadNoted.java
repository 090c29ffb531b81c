package org.fairreview.evaluation;

/** An accepted report points supervision at something, told in the transaction of the acceptance. */
public record LeadNoted(Lead lead) {}
