package org.fairreview.supervision.lead;

/** Where a lead comes from (线索来源). */
public enum SourceKind {
    /** 已公布文件比对. */
    PUBLISHED,
    /** 第三方评估. */
    EVALUATION,
    /** 监测点走访. */
    VISIT,
    /** 举报. */
    COMPLAINT,
    /** 抽查. */
    SPOT_CHECK,
    /** 出台文本与审查文本不一致, or issued before the conclusion. */
    DEVIATION,
    /** 其他: brought by hand. */
    OTHER
}
