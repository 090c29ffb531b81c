package org.fairreview.review;

/** Where a review case stands. */
public enum Stage {
    /** 待收件审核. */
    SUBMITTED,
    /** 待补正. */
    SUPPLEMENT_ASKED,
    /** 已收件,待分派. */
    ACCEPTED,
    /** 审查中. */
    IN_REVIEW,
    /** 拟写审查意见. */
    DRAFTING,
    /** 审签中. */
    SIGNING,
    /** 已签发. */
    SIGNED,
    /** 已用印. */
    SEALED,
    /** 已送达. */
    DELIVERED
}
