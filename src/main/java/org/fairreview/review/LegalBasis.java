package org.fairreview.review;

/** The answer to the question that the lead-in of Reg. 10 puts to every finding under it. */
public enum LegalBasis {
    /** 无法律、行政法规依据,也未经国务院批准. */
    NONE,
    /** 有法律、行政法规依据. */
    LAW,
    /** 经国务院批准. */
    STATE_COUNCIL
}
