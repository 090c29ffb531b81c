package org.fairreview.review;

/** What the drafting unit does after a conclusion that does not let the measure pass, or no longer. */
public enum Revision {
    /** 修改后重新送审. */
    RESUBMITTED,
    /** 不再出台. */
    GIVEN_UP
}
