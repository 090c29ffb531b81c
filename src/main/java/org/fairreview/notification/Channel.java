package org.fairreview.notification;

/** A way out of the system. */
enum Channel {
    MAIL,
    WEBHOOK
}
