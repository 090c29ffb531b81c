package org.fairreview.review;

/** How a review case ended (案件结局); apart from what it concluded. */
public enum CaseEnd {
    /** 已出台. */
    ISSUED,
    /** 未出台: the drafting unit gave the measure up. */
    NOT_ISSUED,
    /** 撤回: the drafting unit withdrew it before a conclusion was signed off. */
    WITHDRAWN,
    /** 退回: the file stayed incomplete (Measures 31). */
    RETURNED,
    /** 不属于审查范围 (Reg. 2). */
    OUT_OF_SCOPE,
    /** 线下审查: classified, reviewed on paper; only that it was is registered. */
    OFFLINE
}
