package org.fairreview.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/**
 * The working days (工作日) of mainland China: weekdays without the statutory holidays, with the make-up days (调休).
 *
 * <p>The holidays are those of the State Council's yearly notices; a year without a notice is counted with plain
 * weekends ({@link #isPublished}).
 */
@Component
public class WorkingDays {

    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();
    private final Set<Integer> published = new HashSet<>();

    WorkingDays() {
        try (InputStream in = WorkingDays.class.getResourceAsStream("/calendar/holidays.yaml")) {
            Map<Integer, Map<String, List<String>>> years = new Yaml().load(in);
            years.forEach((year, days) -> {
                published.add(year);
                days.get("holidays").forEach(day -> off.add(date(year, day)));
                days.get("makeup").forEach(day -> worked.add(date(year, day)));
            });
        } catch (IOException e) {
            throw new IllegalStateException("calendar/holidays.yaml cannot be read", e);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !off.contains(day);
    }

    /** Whether the State Council's notice for the year is known. */
    public boolean isPublished(Year year) {
        return published.contains(year.getValue());
    }

    /** The day that is {@code count} working days after {@code day}; the day itself does not count. */
    public LocalDate after(LocalDate day, int count) {
        LocalDate result = day;
        for (int left = count; left > 0; ) {
            result = result.plusDays(1);
            if (isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** How many working days lie after {@code from} up to and with {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    private static LocalDate date(int year, String day) {
        return MonthDay.parse("--" + day).atYear(year);
    }
}
