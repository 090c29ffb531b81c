package org.fairreview.conference;

/** What an office takes the silence of a member to be when the limit is over; silence is on record either way. */
public enum SilenceRule {
    /** 逾期未答复的视为无意见, and counts towards the quorum. */
    NO_OBJECTION,
    /** 逾期未答复的不计入答复. */
    NOT_COUNTED
}
