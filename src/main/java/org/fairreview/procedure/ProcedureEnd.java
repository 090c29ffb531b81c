package org.fairreview.procedure;

/** How a procedure ended. */
public enum ProcedureEnd {
    /** 已公布并备案. */
    PUBLISHED,
    /** 集体审议未通过. */
    NOT_ADOPTED,
    /** 不再制定. */
    GIVEN_UP
}
