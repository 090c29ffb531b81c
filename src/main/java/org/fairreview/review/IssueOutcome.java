package org.fairreview.review;

/** What the drafting unit registers after a conclusion that lets the measure pass. */
public enum IssueOutcome {
    /** 已出台. */
    ISSUED,
    /** 内容有实质性变化,须重新送审 (Measures 27). */
    CHANGED,
    /** 不再出台. */
    GIVEN_UP
}
