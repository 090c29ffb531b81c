package org.fairreview.reporting;

/** The parts of a year's figures, in the order in which they are told. */
public enum Section {
    /** 新增政策措施审查. */
    REVIEWS,
    /** 存量政策措施清理. */
    CLEANUPS,
    /** 审查发现. */
    FINDINGS,
    /** 法律顾问、会商和评估. */
    ADVICE,
    /** 监督和函件. */
    SUPERVISION,
    /** 规范性文件和重大行政决策. */
    PROCEDURES,
    /** 办理用时和年度总结. */
    TIMES,
    /** 培训和宣传. */
    PUBLICITY
}
