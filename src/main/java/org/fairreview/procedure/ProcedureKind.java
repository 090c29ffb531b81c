package org.fairreview.procedure;

/** What is made: the periods of comment and of legality review follow from it. */
public enum ProcedureKind {
    /** 行政规范性文件. */
    NORMATIVE_DOCUMENT,
    /** 重大行政决策. */
    MAJOR_DECISION
}
