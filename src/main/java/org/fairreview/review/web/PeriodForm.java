package org.fairreview.review.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.fairreview.review.activity.Period;
import org.jspecify.annotations.Nullable;

/** A period as it was typed: two days, each of which may be absent or wrong. */
record PeriodForm(@Nullable String from, @Nullable String until) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    /** What is wrong with the period, as a key of the pages' texts. */
    Optional<String> mistake(LocalDate today) {
        if (isWrong(from) || isWrong(until)) {
            return Optional.of("activity.period.wrong");
        }
        Period period = period(today);
        return period.from().isAfter(period.until()) ? Optional.of("activity.period.reversed") : Optional.empty();
    }

    /** The period; without a first day it begins a month ago, without a last one it ends today. */
    Period period(LocalDate today) {
        LocalDate last = day(until).orElse(today);
        return new Period(day(from).orElse(last.isBefore(today) ? last.minusMonths(1) : today.minusMonths(1)), last);
    }

    private static boolean isWrong(@Nullable String typed) {
        return typed != null && !typed.isBlank() && day(typed).isEmpty();
    }

    private static Optional<LocalDate> day(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .filter(text -> !text.isBlank())
                    .map(text -> LocalDate.parse(text.strip()))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
