package org.fairreview.supervision.complaint;

/** What becomes of a complaint after the test of scope, level and object (Measures 37, 38). */
public enum Assessment {
    /** 受理核查. */
    ACCEPT,
    /** 要求补充材料: once, within 7 working days. */
    SUPPLEMENT,
    /** 不予核查: not supplied in time, or still unclear. */
    NOT_VERIFIED,
    /** 不属于举报范围. */
    OUT_OF_SCOPE,
    /** 不属于本机关管辖: the reporter is told which regulator is competent. */
    NOT_COMPETENT,
    /** 移交: laws, administrative and local regulations go to the competent body. */
    TRANSFER,
    /** 转送: measures that are not issued yet go to their drafter. */
    REFER;

    /** Whether it ends without a verification, and says where the complaint goes or why not on. */
    boolean isSentOn() {
        return this != ACCEPT && this != SUPPLEMENT;
    }

    /** Whether it names somebody to turn to. */
    boolean namesBody() {
        return this == NOT_COMPETENT || this == TRANSFER || this == REFER;
    }
}
