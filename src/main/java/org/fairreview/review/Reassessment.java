package org.fairreview.review;

/** What the drafting unit says about an exception before it ends (Measures 25). */
public enum Reassessment {
    /** 到期或者条件成就,停止执行. */
    STOP,
    /** 终止条件尚未成就,继续实施. */
    CONDITION_NOT_MET,
    /** 确需继续适用,重新审查. */
    RENEW
}
