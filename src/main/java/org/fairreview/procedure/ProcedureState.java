package org.fairreview.procedure;

/** Where a procedure stands. */
public enum ProcedureState {
    /** 待公开征求意见. */
    DRAFTED,
    /** 公开征求意见中. */
    COMMENTING,
    /** 合法性审查、公平竞争审查中. */
    REVIEWING,
    /** 起草单位修改中. */
    REVISING,
    /** 待集体审议. */
    DELIBERATING,
    /** 待公布. */
    PUBLISHING,
    /** 待备案. */
    FILING,
    /** 已办结. */
    ENDED
}
