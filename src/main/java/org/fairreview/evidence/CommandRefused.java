package org.fairreview.evidence;

/** A command cannot be done as asked; the message says why and what to do, in Chinese and then in English. */
class CommandRefused extends RuntimeException {

    CommandRefused(String message) {
        super(message);
    }

    /** What is said on a page. */
    String inChinese() {
        return String.valueOf(getMessage()).replaceAll("\\s[A-Z][\\x20-\\x7e]*$", "");
    }
}
