package org.fairreview.notification;

/** How a person wants notices by e-mail; the inbox has them always. */
public enum Delivery {
    AT_ONCE,
    DAILY,
    NONE
}
