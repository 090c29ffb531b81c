package org.fairreview.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.calendar.HolidayNotice;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types of a notice on holidays; the days as {@code 2027-01-01}, apart by any mark or space.
 *
 * @param seen the state of the year that the page showed ({@link org.fairreview.calendar.HolidayCalendar#state})
 */
record HolidayForm(
        @Nullable String year,
        @Nullable String source,
        @Nullable String text,
        @Nullable String holidays,
        @Nullable String makeupDays,
        @Nullable String seen) {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2045;

    /** More than a day of every week of the year would take. */
    private static final int LONGEST_LIST = 3_000;

    static HolidayForm of(Year year, Optional<HolidayNotice> notice, String seen) {
        return new HolidayForm(
                year.toString(),
                notice.map(HolidayNotice::source).orElse(""),
                "",
                notice.map(HolidayNotice::holidays).map(HolidayForm::list).orElse(""),
                notice.map(HolidayNotice::makeupDays).map(HolidayForm::list).orElse(""),
                seen);
    }

    HolidayForm withText(String read) {
        return new HolidayForm(year, source, read, holidays, makeupDays, seen);
    }

    HolidayForm withDays(Collection<LocalDate> off, Collection<LocalDate> worked) {
        return new HolidayForm(year, source, text, list(off), list(worked), seen);
    }

    HolidayForm withSeen(String now) {
        return new HolidayForm(year, source, text, holidays, makeupDays, now);
    }

    /** The year that was typed; empty where it is none that the calendar knows. */
    Optional<Year> ofYear(List<Objection> objections) {
        try {
            int typed = Integer.parseInt(typed(year));
            if (typed >= FIRST_YEAR && typed <= LAST_YEAR) {
                return Optional.of(Year.of(typed));
            }
        } catch (NumberFormatException noYear) {
            // said below
        }
        objections.add(Objection.at("year", "holidays.year", FIRST_YEAR, LAST_YEAR));
        return Optional.empty();
    }

    /** The notice that was typed; empty where a day or the year is none. */
    Optional<HolidayNotice> notice(List<Objection> objections) {
        List<LocalDate> off = days("holidays", holidays, objections);
        List<LocalDate> worked = days("makeupDays", makeupDays, objections);
        return ofYear(objections)
                .filter(known -> objections.isEmpty())
                .map(known -> HolidayNotice.of(known, typed(source), off, worked));
    }

    private static List<LocalDate> days(String field, @Nullable String list, List<Objection> objections) {
        List<LocalDate> days = new ArrayList<>();
        if (typed(list).length() > LONGEST_LIST) {
            objections.add(Objection.at(field, "holidays.days.long"));
            return days;
        }
        for (String day : typed(list).split("[^0-9A-Za-z年月日./-]+")) {
            if (!day.isEmpty()) {
                try {
                    days.add(LocalDate.parse(day));
                } catch (DateTimeException noDay) {
                    objections.add(Objection.at(field, "holidays.noDay", day));
                }
            }
        }
        return days;
    }

    private static String list(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining("、"));
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
