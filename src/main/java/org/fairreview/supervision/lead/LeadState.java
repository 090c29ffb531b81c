package org.fairreview.supervision.lead;

/** How far a lead is. */
public enum LeadState {
    /** 待处理. */
    OPEN,
    /** 核查中. */
    CHECKING,
    /** 已办结. */
    ENDED
}
