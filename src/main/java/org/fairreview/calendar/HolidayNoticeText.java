package org.fairreview.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairreview.identity.Objection;

/**
 * The days that the text of a notice names: days and ranges before 放假 are off, days before 上班 are worked. What it says
 * in brackets of the day of the week is held against the calendar, so that a notice read for the wrong year is noticed.
 *
 * @param holidays all days off, weekends included
 * @param objections what in the text does not fit
 */
public record HolidayNoticeText(
        SortedSet<LocalDate> holidays, SortedSet<LocalDate> makeupDays, List<Objection> objections) {

    private static final String BRACKET = "(?:[（(]([^）)]{0,30})[）)])?";
    private static final Pattern DAYS = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日" + BRACKET
            + "(?:[至到—－-]{1,2}(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日" + BRACKET + ")?");
    private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期)([一二三四五六日天])");
    private static final Pattern SENTENCE = Pattern.compile("[^。；;\\n]+");
    private static final String WEEKDAYS = "一二三四五六日";
    private static final int LONGEST_HOLIDAY = 31;

    /** A notice has some 600 characters. */
    private static final int LONGEST_TEXT = 10_000;

    /** Reads the text of the notice for the year. */
    public static HolidayNoticeText read(String text, Year year) {
        Reading reading = new Reading(year.getValue());
        if (text.length() > LONGEST_TEXT) {
            reading.objections.add(Objection.at("text", "holidays.text.long", LONGEST_TEXT));
            return new HolidayNoticeText(reading.holidays, reading.makeupDays, List.copyOf(reading.objections));
        }
        Matcher sentences = SENTENCE.matcher(text.replaceAll("[ \\t\\u3000\\u00a0]", ""));
        while (sentences.find()) {
            reading.sentence(sentences.group());
        }
        if (reading.holidays.isEmpty() && reading.objections.isEmpty()) {
            reading.objections.add(Objection.at("text", "holidays.text.none"));
        }
        return new HolidayNoticeText(reading.holidays, reading.makeupDays, List.copyOf(reading.objections));
    }

    private static final class Reading {

        private final int year;
        private final SortedSet<LocalDate> holidays = new TreeSet<>();
        private final SortedSet<LocalDate> makeupDays = new TreeSet<>();
        private final List<Objection> objections = new ArrayList<>();

        Reading(int year) {
            this.year = year;
        }

        /** Each day belongs to the next of the two words that follows it; a day that neither follows says something else. */
        void sentence(String sentence) {
            Matcher days = DAYS.matcher(sentence);
            while (days.find()) {
                int off = sentence.indexOf("放假", days.end());
                int worked = sentence.indexOf("上班", days.end());
                if (off >= 0 && (worked < 0 || off < worked)) {
                    add(days, holidays);
                } else if (worked >= 0) {
                    add(days, makeupDays);
                }
            }
        }

        private void add(Matcher found, SortedSet<LocalDate> days) {
            try {
                LocalDate first = day(found.group(1), found.group(2), found.group(3), year);
                check(first, found.group(4), found.group());
                LocalDate last = first;
                if (found.group(7) != null) {
                    String month = found.group(6) == null ? found.group(2) : found.group(6);
                    last = day(found.group(5), month, found.group(7), first.getYear());
                    check(last, found.group(8), found.group());
                }
                if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_HOLIDAY))) {
                    objections.add(Objection.at("text", "holidays.text.range", found.group()));
                    return;
                }
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeException noSuchDay) {
                objections.add(Objection.at("text", "holidays.text.noDay", found.group()));
            }
        }

        private void check(LocalDate day, String bracket, String words) {
            if (bracket == null) {
                return;
            }
            Matcher weekday = WEEKDAY.matcher(bracket);
            if (weekday.find()) {
                int said = WEEKDAYS.indexOf(weekday.group(1).replace('天', '日'));
                DayOfWeek is = day.getDayOfWeek();
                if (DayOfWeek.of(said + 1) != is) {
                    objections.add(Objection.at(
                            "text",
                            "holidays.text.weekday",
                            words,
                            day.toString(),
                            "星期" + WEEKDAYS.charAt(is.ordinal())));
                }
            }
        }

        private static LocalDate day(String year, String month, String day, int otherwise) {
            return LocalDate.of(
                    year == null ? otherwise : Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        }
    }
}
