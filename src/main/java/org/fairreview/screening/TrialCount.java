package org.fairreview.screening;

/**
 * How many hits of a rule would be new, and how many gone, over all stored texts.
 *
 * @param rule as it is called in either file
 */
public record TrialCount(String rule, int appeared, int vanished) {}
