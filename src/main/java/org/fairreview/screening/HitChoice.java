package org.fairreview.screening;

/** What a reviewer decides about a hit. */
public enum HitChoice {
    /** 作为问题: it became a finding. */
    ACCEPTED,
    /** 不作为问题, with a reason. */
    DISMISSED,
    /** 重新打开: neither any more. */
    REOPENED
}
