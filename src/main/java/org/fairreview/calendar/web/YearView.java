package org.fairreview.calendar.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairreview.calendar.HolidayNotice;
import org.fairreview.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A year as twelve months, weeks from Monday to Sunday.
 *
 * @param source the notice that the year is counted by; absent where none is known
 */
record YearView(int year, @Nullable String source, int workingDays, List<MonthView> months) {

    /**
     * @param weeks seven days each; {@code null} before the first and after the last of the month
     */
    record MonthView(int month, int workingDays, List<List<@Nullable DayView>> weeks) {}

    /**
     * @param kind {@code work}, {@code rest} (weekend), {@code holiday} or {@code makeup}
     */
    record DayView(int day, String kind, boolean today) {}

    static YearView of(Year year, Optional<HolidayNotice> notice, WorkingDays workingDays, LocalDate today) {
        List<MonthView> months = new ArrayList<>();
        for (Month month : Month.values()) {
            months.add(month(year.atMonth(month), workingDays, today));
        }
        return new YearView(
                year.getValue(),
                notice.map(HolidayNotice::source).orElse(null),
                months.stream().mapToInt(MonthView::workingDays).sum(),
                months);
    }

    private static MonthView month(YearMonth month, WorkingDays workingDays, LocalDate today) {
        List<@Nullable DayView> days = new ArrayList<>();
        for (int before = 1; before < month.atDay(1).getDayOfWeek().getValue(); before++) {
            days.add(null);
        }
        int works = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            works += workingDays.isWorkingDay(date) ? 1 : 0;
            days.add(new DayView(day, kind(date, workingDays), date.equals(today)));
        }
        while (days.size() % 7 != 0) {
            days.add(null);
        }
        List<List<@Nullable DayView>> weeks = new ArrayList<>();
        for (int from = 0; from < days.size(); from += 7) {
            weeks.add(days.subList(from, from + 7));
        }
        return new MonthView(month.getMonthValue(), works, weeks);
    }

    private static String kind(LocalDate day, WorkingDays workingDays) {
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        if (workingDays.isWorkingDay(day)) {
            return weekend ? "makeup" : "work";
        }
        return weekend ? "rest" : "holiday";
    }
}
