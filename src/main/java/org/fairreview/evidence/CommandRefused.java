package org.fairreview.evidence;

/** A command cannot be done as asked; the message is one sentence that says why and what to do. */
class CommandRefused extends RuntimeException {

    CommandRefused(String message) {
        super(message);
    }
}
