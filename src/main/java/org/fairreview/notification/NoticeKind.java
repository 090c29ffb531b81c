package org.fairreview.notification;

/** Why somebody is told of a task. */
public enum NoticeKind {
    /** It waits for the person from now on. */
    ARRIVED,
    /** Its limit is near. */
    REMINDER,
    /** Its limit is over, and the person is to do it. */
    OVERDUE,
    /** Its limit is over, and somebody else was to do it: for the superior and the unit's liaison. */
    ESCALATION
}
