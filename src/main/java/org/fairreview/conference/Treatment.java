package org.fairreview.conference;

/** What becomes of what a member wants (采纳情况). */
public enum Treatment {
    ADOPTED,
    PARTLY_ADOPTED,
    NOT_ADOPTED
}
