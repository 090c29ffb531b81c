package org.fairreview.review;

/** What the check for completeness comes to (Measures 31). */
public enum Receipt {
    /** 材料齐全,予以收件. */
    ACCEPTED,
    /** 需要补正. */
    SUPPLEMENT,
    /** 未听取意见,中止审查. */
    SUSPENDED,
    /** 仍不齐全,退回. */
    RETURNED,
    /** 不属于审查范围. */
    OUT_OF_SCOPE
}
