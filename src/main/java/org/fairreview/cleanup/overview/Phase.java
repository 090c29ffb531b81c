package org.fairreview.cleanup.overview;

import org.fairreview.cleanup.LegacyStage;

/** Who has a case, or that it is done: the stages of a clean-up as its progress shows them. */
public enum Phase {
    /** 责任单位核查. */
    UNIT,
    /** 市场监管部门核查. */
    REGULATOR,
    /** 制定机关决定. */
    ISSUER,
    /** 落实. */
    CARRY_OUT,
    /** 已办结. */
    CLOSED;

    static Phase of(LegacyStage stage) {
        return switch (stage) {
            case WAITING, CHECKING, SIGNING -> UNIT;
            case REVIEWING, RECHECKING -> REGULATOR;
            case DECIDING -> ISSUER;
            case REVISING, ANNOUNCING, CONFIRMING -> CARRY_OUT;
            case CLOSED -> Phase.CLOSED;
        };
    }
}
