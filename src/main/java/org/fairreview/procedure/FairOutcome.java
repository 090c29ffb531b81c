package org.fairreview.procedure;

/** What the linked fair-competition review means for the procedure. */
public enum FairOutcome {
    /** 审查中: no conclusion is in the drafting unit's hand. */
    PENDING,
    /** 审查通过,可以出台. */
    PASSED,
    /** 不属于审查范围. */
    NOT_REQUIRED,
    /** 不得出台: the conclusion asks for changes or holds no longer, or the case ended without one. */
    REFUSED;

    /** Whether the draft may go to deliberation as far as fair competition goes. */
    public boolean passes() {
        return this == PASSED || this == NOT_REQUIRED;
    }
}
