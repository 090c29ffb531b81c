package org.fairreview.replay;

import java.time.LocalDate;

/** Spreads what happens over a year. */
final class Spread {

    private Spread() {}

    /** The day on which the one of so many begins: evenly over so many days from a day on. */
    static LocalDate over(LocalDate from, int days, int place, int many) {
        return from.plusDays((long) days * place / Math.max(1, many));
    }
}
