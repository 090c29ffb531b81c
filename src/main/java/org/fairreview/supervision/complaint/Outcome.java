package org.fairreview.supervision.complaint;

/** What the verification came to (核查结论). */
public enum Outcome {
    /** 违反审查标准. */
    VIOLATION,
    /** 未履行或者未规范履行审查程序, with contents that meet the standards. */
    PROCEDURE_FAULT,
    /** 未发现违反规定的情形. */
    NO_VIOLATION
}
