package org.fairreview.notification;

/** What became of a sending. */
enum SendingState {

    /** It is to go out, or another try is to be made. */
    WAITING,
    SENT,

    /** Nobody was to get it any more. */
    DROPPED,

    /** It was given up after the last try. */
    DEAD
}
