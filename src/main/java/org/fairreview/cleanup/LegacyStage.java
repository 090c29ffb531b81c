package org.fairreview.cleanup;

import java.util.EnumSet;
import java.util.Set;

/** Where a case of a clean-up stands. */
public enum LegacyStage {
    /** 待启动: the clean-up has not begun. */
    WAITING,
    /** 单位核查. */
    CHECKING,
    /** 单位签署. */
    SIGNING,
    /** 市场监管部门核查. */
    REVIEWING,
    /** 抽中的全面复核. */
    RECHECKING,
    /** 制定机关决定. */
    DECIDING,
    /** 修订中. */
    REVISING,
    /** 待公告. */
    ANNOUNCING,
    /** 待确认. */
    CONFIRMING,
    /** 已办结. */
    CLOSED;

    /** All but the last. */
    static final Set<LegacyStage> OPEN = Set.copyOf(EnumSet.range(WAITING, CONFIRMING));

    /** Whether the responsible unit has the next step. */
    public boolean isWithUnit() {
        return this == CHECKING || this == SIGNING || this == REVISING || this == ANNOUNCING;
    }
}
