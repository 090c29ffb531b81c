package org.fairreview.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/**
 * The working days (工作日) of mainland China: weekdays without the statutory holidays, with the make-up days (调休).
 *
 * <p>The holidays are those of the State Council's yearly notices, shipped with the product or recorded since; a year
 * without a notice is counted with plain weekends ({@link #isPublished}).
 */
@Component
public class WorkingDays {

    private final Map<Year, HolidayNotice> shipped;
    private volatile Notices inForce;

    /** With the shipped notices alone. */
    WorkingDays() {
        shipped = readShipped();
        inForce = Notices.of(shipped);
    }

    public boolean isWorkingDay(LocalDate day) {
        return inForce.isWorkingDay(day);
    }

    /** Whether the State Council's notice for the year is known. */
    public boolean isPublished(Year year) {
        return inForce.byYear.containsKey(year);
    }

    /** The day that is {@code count} working days after {@code day}; the day itself does not count. */
    public LocalDate after(LocalDate day, int count) {
        Notices notices = inForce;
        LocalDate result = day;
        for (int left = count; left > 0; ) {
            result = result.plusDays(1);
            if (notices.isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** How many working days lie after {@code from} up to and with {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        return (int) from.plusDays(1)
                .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(inForce::isWorkingDay)
                .count();
    }

    /** The notices in force by their year, the recorded ones in place of the shipped. */
    public SortedMap<Year, HolidayNotice> notices() {
        return inForce.byYear;
    }

    /**
     * Counts by the recorded notices from now on, and by the shipped ones for the other years.
     *
     * @return the days that are worked from now on and were not, or the other way round
     */
    SortedSet<LocalDate> count(Collection<HolidayNotice> recorded) {
        Map<Year, HolidayNotice> notices = new HashMap<>(shipped);
        recorded.forEach(notice -> notices.put(notice.year(), notice));
        Notices before = inForce;
        Notices now = Notices.of(notices);
        inForce = now;
        return Stream.of(before.off, before.worked, now.off, now.worked)
                .flatMap(Set::stream)
                .filter(day -> before.isWorkingDay(day) != now.isWorkingDay(day))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Notices(SortedMap<Year, HolidayNotice> byYear, Set<LocalDate> off, Set<LocalDate> worked) {

        static Notices of(Map<Year, HolidayNotice> notices) {
            Set<LocalDate> off = new HashSet<>();
            Set<LocalDate> worked = new HashSet<>();
            notices.values().forEach(notice -> {
                off.addAll(notice.holidays());
                worked.addAll(notice.makeupDays());
            });
            return new Notices(Collections.unmodifiableSortedMap(new TreeMap<>(notices)), off, worked);
        }

        boolean isWorkingDay(LocalDate day) {
            return worked.contains(day) || !HolidayNotice.isWeekend(day) && !off.contains(day);
        }
    }

    private static Map<Year, HolidayNotice> readShipped() {
        try (InputStream in = WorkingDays.class.getResourceAsStream("/calendar/holidays.yaml")) {
            Map<Integer, Map<String, List<String>>> years = new Yaml().load(in);
            Map<Year, HolidayNotice> notices = new HashMap<>();
            years.forEach((year, days) -> notices.put(
                    Year.of(year),
                    HolidayNotice.of(
                            Year.of(year),
                            days.get("source").get(0),
                            dates(year, days.get("holidays")),
                            dates(year, days.get("makeup")))));
            return notices;
        } catch (IOException e) {
            throw new IllegalStateException("calendar/holidays.yaml cannot be read", e);
        }
    }

    private static List<LocalDate> dates(int year, List<String> days) {
        return days.stream().map(day -> MonthDay.parse("--" + day).atYear(year)).toList();
    }
}
