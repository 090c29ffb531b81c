package org.fairreview.supervision.monitoring;

/** How a visit stands. */
public enum VisitState {
    /** 待走访. */
    PLANNED,
    /** 已走访. */
    DONE,
    /** 没有走访到. */
    NOT_MET,
    /** 已取消. */
    WITHDRAWN
}
