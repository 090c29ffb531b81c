package org.fairreview.notification;

/** Something is to leave the system; published in the transaction that asks for it. */
record OutboxFilled() {}
