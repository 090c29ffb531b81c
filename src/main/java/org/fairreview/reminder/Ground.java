package org.fairreview.reminder;

/** The rule that the law sets for a kind of letter. */
public enum Ground {
    /** No rule: a letter of practice. */
    PRACTICE,
    /** A measure of the addressee with a finding (Measures 40). */
    FINDING,
    /** A problem of a sector, field or area: two or more measures, or a stated risk (Measures 43). */
    FIELD,
    /** The next-higher regulator, after an earlier letter was overdue or the rectification insufficient (Reg. 24, Measures 42). */
    AFTER_FAILURE,
    /** Suspected abuse of administrative power (Measures 44). */
    SUSPECTED_ABUSE,
    /** Serious consequences and one of four cases (Measures 45). */
    SERIOUS_CONSEQUENCES,
    /** To the own government and the next-higher regulator (Reg. 21, Measures 39, 42). */
    REPORT
}
