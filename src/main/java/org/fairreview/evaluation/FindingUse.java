package org.fairreview.evaluation;

/** What becomes of a finding of an accepted report; none of it is a conclusion. */
public enum FindingUse {
    /** 供审查参考: the reviewer decides about it in the review. */
    REVIEW,
    /** 存为线索. */
    LEAD,
    /** 拟发函. */
    LETTER,
    /** 仅作记录. */
    NOTED
}
