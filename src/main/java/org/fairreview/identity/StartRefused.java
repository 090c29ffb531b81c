package org.fairreview.identity;

/** The product cannot start as it is configured; the message is one sentence that says what to do. */
public class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }
}
