package org.fairreview.supervision.monitoring;

/** What a monitoring point is. */
public enum PointKind {
    /** 企业. */
    ENTERPRISE,
    /** 个体工商户. */
    INDIVIDUAL,
    /** 行业协会商会. */
    ASSOCIATION,
    /** 园区. */
    PARK,
    /** 其他. */
    OTHER
}
