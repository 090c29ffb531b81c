package org.fairreview.supervision.lead;

/** The one decision about a lead. */
public enum LeadDecision {
    /** 核查: the reviewer checks the measure. */
    CHECK,
    /** 转送、移交: another body is competent. */
    HAND_ON,
    /** 不予处理. */
    DISMISS,
    /** 并入: another lead is about the same measure. */
    MERGE
}
