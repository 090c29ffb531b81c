package org.fairreview.review;

/** What the check for completeness comes to (Measures 31). */
public enum Receipt {
    /** 材料齐全,予以收件. */
    ACCEPTED,
    /** 需要补正. */
    SUPPLEMENT
}
