package org.fairreview.evaluation;

/**
 * What an institution found: a passage, the standard that it touches, its effect, and what to do about it.
 *
 * @param regime the standards by which it was judged
 */
public record ReportFinding(String quotation, String regime, String item, String effect, String suggestion) {}
