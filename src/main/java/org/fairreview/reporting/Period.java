package org.fairreview.reporting;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days that are reported together.
 *
 * @param from the first day
 * @param until the last day, included
 */
public record Period(LocalDate from, LocalDate until) {

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("%s is before %s".formatted(until, from));
        }
    }

    public static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** A quarter, 1 to 4. */
    public static Period quarter(int year, int quarter) {
        YearMonth first = YearMonth.of(year, quarter * 3 - 2);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }
}
