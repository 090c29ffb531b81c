package org.fairreview.procedure;

/** What came of a collective deliberation (集体审议). */
public enum Resolution {
    /** 通过. */
    ADOPTED,
    /** 修改后通过. */
    ADOPTED_WITH_CHANGES,
    /** 未通过. */
    NOT_ADOPTED
}
