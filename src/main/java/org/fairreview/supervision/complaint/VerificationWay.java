package org.fairreview.supervision.complaint;

/** How a complaint was verified (核查方式). */
public enum VerificationWay {
    IN_WRITING,
    ON_SITE,
    BOTH
}
