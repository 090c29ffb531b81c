package org.fairreview.review;

import java.time.LocalDate;
import java.util.Optional;

/** How long the papers of a case are kept (档案保管期限), from 1 January of the year after its end. */
public enum RetentionClass {
    YEARS_10(10),
    YEARS_30(30),
    /** Never destroyed. */
    PERMANENT(0);

    private final int years;

    RetentionClass(int years) {
        this.years = years;
    }

    /** From which day on the papers of a case that ended then may be destroyed; empty for those that are kept for ever. */
    public Optional<LocalDate> over(LocalDate endedOn) {
        return this == PERMANENT ? Optional.empty() : Optional.of(LocalDate.of(endedOn.getYear() + 1 + years, 1, 1));
    }
}
