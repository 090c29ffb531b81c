package org.fairreview.supervision.complaint;

/** Whether the conclusion of the review was right (审查结论是否正确). */
public enum ReviewResult {
    CORRECT,
    WRONG,
    NONE
}
