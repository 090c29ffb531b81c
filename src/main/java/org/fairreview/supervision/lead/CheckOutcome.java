package org.fairreview.supervision.lead;

/** What a check of a lead has shown. */
public enum CheckOutcome {
    /** 未发现违反规定. */
    NOTHING_FOUND,
    /** 发现问题、提请发函. */
    LETTER,
    /** 移交有权机关. */
    HANDED_ON
}
