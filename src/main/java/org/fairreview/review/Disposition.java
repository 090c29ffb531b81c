package org.fairreview.review;

/** What becomes of a finding. */
public enum Disposition {
    /** 待处理. */
    OPEN,
    /** 经核实不构成问题: the reviewer takes the finding back, with the reason. */
    RESOLVED,
    /** 有正当理由: justified by a named kind. */
    JUSTIFIED,
    /** 须修改: the measure does not conform unless the passage is changed. */
    CHANGE_REQUIRED,
    /** 已修改: the drafting unit changed the passage in a later version, and the reviewer confirms it. */
    AMENDED,
    /** 适用例外: restricts competition, but the exception covers it (Reg. 12). */
    EXCEPTED
}
