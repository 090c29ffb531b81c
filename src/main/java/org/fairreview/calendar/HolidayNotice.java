package org.fairreview.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fairreview.identity.Objection;

/**
 * The holidays of a year by the notice of the State Council's General Office (国务院办公厅关于部分节假日安排的通知).
 *
 * @param source the notice, by its number (国办发明电…号)
 * @param holidays weekdays that are off
 * @param makeupDays Saturdays and Sundays that are worked (调休)
 */
public record HolidayNotice(Year year, String source, SortedSet<LocalDate> holidays, SortedSet<LocalDate> makeupDays) {

    private static final int LONGEST_SOURCE = 200;

    public HolidayNotice {
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
        makeupDays = Collections.unmodifiableSortedSet(new TreeSet<>(makeupDays));
    }

    /** The notice from days as it names them: weekends that lie within a holiday are off anyway. */
    public static HolidayNotice of(
            Year year, String source, Collection<LocalDate> holidays, Collection<LocalDate> makeupDays) {
        SortedSet<LocalDate> weekdays = new TreeSet<>(holidays);
        weekdays.removeIf(day -> isWeekend(day) && !makeupDays.contains(day));
        return new HolidayNotice(year, source.strip(), weekdays, new TreeSet<>(makeupDays));
    }

    /** What speaks against taking it; the days may begin in the December before the year. */
    List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (source.isBlank()) {
            objections.add(Objection.at("source", "holidays.source.missing"));
        } else if (source.length() > LONGEST_SOURCE) {
            objections.add(Objection.at("source", "holidays.source.long", LONGEST_SOURCE));
        }
        if (holidays.isEmpty()) {
            objections.add(Objection.at("holidays", "holidays.none"));
        }
        outside(holidays).forEach(day -> objections.add(Objection.at("holidays", "holidays.outside", say(day))));
        outside(makeupDays).forEach(day -> objections.add(Objection.at("makeupDays", "holidays.outside", say(day))));
        makeupDays.stream()
                .filter(day -> !isWeekend(day))
                .forEach(day -> objections.add(Objection.at("makeupDays", "holidays.makeup.weekday", say(day))));
        holidays.stream()
                .filter(makeupDays::contains)
                .forEach(day -> objections.add(Objection.at("makeupDays", "holidays.both", say(day))));
        return objections;
    }

    private List<LocalDate> outside(SortedSet<LocalDate> days) {
        LocalDate first = LocalDate.of(year.getValue() - 1, Month.DECEMBER, 1);
        return days.stream()
                .filter(day -> day.isBefore(first) || day.getYear() > year.getValue())
                .toList();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static String say(LocalDate day) {
        return day.toString();
    }
}
