package org.fairreview.supervision.complaint;

/** How the reporter was told (告知、答复方式). */
public enum TellingWay {
    ONLINE,
    PHONE,
    IN_WRITING,
    EMAIL,
    IN_PERSON
}
