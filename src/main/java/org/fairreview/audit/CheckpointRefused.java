package org.fairreview.audit;

/** No checkpoint can be signed as things are; the message says in Chinese why and what to do. */
public class CheckpointRefused extends RuntimeException {

    CheckpointRefused(String sentence) {
        super(sentence);
    }

    /** Why, and what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
