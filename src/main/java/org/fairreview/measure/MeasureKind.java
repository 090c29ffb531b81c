package org.fairreview.measure;

/** What kind of text a policy measure is (Reg. 2, Measures 2). */
public enum MeasureKind {
    /** 地方性法规草案. */
    LOCAL_REGULATION,
    /** 政府规章草案. */
    RULE,
    /** 行政规范性文件. */
    NORMATIVE_DOCUMENT,
    /** 其他政策性文件. */
    POLICY_DOCUMENT,
    /** 标准、技术规范. */
    STANDARD,
    /** 行政协议、备忘录. */
    AGREEMENT
}
