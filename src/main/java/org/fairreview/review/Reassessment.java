package org.fairreview.review;

/** What the drafting unit says about an exception before it ends (Measures 25). */
public enum Reassessment {
    /** 到期停止执行. */
    STOP,
    /** 终止条件已经成就,立即停止执行. */
    CONDITION_MET,
    /** 终止条件尚未成就,继续实施. */
    CONDITION_NOT_MET,
    /** 确需继续适用,重新审查. */
    RENEW
}
