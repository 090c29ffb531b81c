package org.fairreview.review;

/** Where a review case stands. */
public enum Stage {
    /** 待收件审核. */
    SUBMITTED,
    /** 待补正. */
    SUPPLEMENT_ASKED,
    /** 中止审查: nobody was heard. */
    SUSPENDED,
    /** 逾期未补正,待决定. */
    SUPPLEMENT_OVERDUE,
    /** 已收件,待分派. */
    ACCEPTED,
    /** 审查中. */
    IN_REVIEW,
    /** 拟写审查意见. */
    DRAFTING,
    /** 起草单位修改中. */
    AMENDING,
    /** 审签中. */
    SIGNING,
    /** 已签发. */
    SIGNED,
    /** 已用印. */
    SEALED,
    /** 已送达,待登记出台. */
    DELIVERED,
    /** 不符合或者结论已失效,待修改后重新送审. */
    TO_REVISE,
    /** 已办结. */
    CLOSED;

    /** Whether the drafting unit may still withdraw the measure: no conclusion is signed off. */
    boolean allowsWithdrawal() {
        return compareTo(SIGNED) < 0;
    }
}
