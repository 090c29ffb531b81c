package org.fairreview.reminder;

/** The four cases in which a regulator proposes that somebody be disciplined (Measures 45). */
public enum DisciplineCase {
    /** 违反规定出台政策措施. */
    ISSUED_IN_VIOLATION,
    /** 拒绝、阻碍监督检查. */
    OBSTRUCTED,
    /** 约谈后仍不整改. */
    NOT_RECTIFIED_AFTER_INTERVIEW,
    /** 其他情形. */
    OTHER
}
