package org.fairreview.procedure;

/** The steps of a procedure that have a day of their own. */
public enum StepKind {
    /** 公布征求意见稿. */
    OPEN_COMMENT,
    /** 汇总公众意见. */
    SUMMARISE,
    /** 合法性审查. */
    LEGALITY,
    /** 补充审查材料. */
    SUPPLEMENT,
    /** 送公平竞争审查. */
    LINK_REVIEW,
    /** 等待公平竞争审查结论; its limits are those of the review. */
    FAIR_REVIEW,
    /** 修改草案. */
    REVISE,
    /** 集体审议. */
    DELIBERATE,
    /** 公布. */
    PUBLISH,
    /** 备案. */
    FILE
}
