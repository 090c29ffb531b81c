package org.fairreview.screening;

/** Why a text was not screened, or not all of it; such a text is never counted as one without hits. */
public enum Problem {
    /** Nothing was read from the file: a scan, or a review that was entered without its text. */
    NO_TEXT,
    /** The text has more characters than are screened. */
    TOO_LONG,
    /** The screening took longer than it may. */
    TIMEOUT,
    /** More hits than are kept. */
    TOO_MANY,
    /** The work was begun several times and broken off each time. */
    INTERRUPTED,
    /** A fault of the product, which the log describes. */
    ERROR
}
