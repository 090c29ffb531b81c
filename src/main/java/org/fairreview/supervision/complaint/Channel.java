package org.fairreview.supervision.complaint;

/** How a complaint came in (举报渠道). */
public enum Channel {
    /** 网上: filed on the public page. */
    WEB,
    /** 来访. */
    VISIT,
    /** 来信. */
    LETTER,
    /** 来电. */
    PHONE,
    /** 电子邮件. */
    EMAIL,
    /** 其他机关转办. */
    HANDED_ON
}
