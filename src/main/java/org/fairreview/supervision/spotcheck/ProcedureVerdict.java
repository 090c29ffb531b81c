package org.fairreview.supervision.spotcheck;

/** Whether the measure was reviewed as it had to be (审查程序, Reg. 13, 14, 18). */
public enum ProcedureVerdict {
    /** 已履行审查程序. */
    FOLLOWED,
    /** 履行程序不规范. */
    IRREGULAR,
    /** 未履行审查程序. */
    NOT_REVIEWED,
    /** 不适用: issued before review was asked of it. */
    NOT_APPLICABLE;

    public boolean isProblem() {
        return this == IRREGULAR || this == NOT_REVIEWED;
    }
}
