package org.fairreview.review;

/** What has become of an exception when its end is looked at. */
public enum Succession {
    /** 已由新的审查结论接替. */
    SUCCEEDED,
    /** 重新审查尚未有结果,且没有到期日: the unit is asked again. */
    UNDER_REVIEW,
    /** 已到期或者条件已成就. */
    ENDED
}
