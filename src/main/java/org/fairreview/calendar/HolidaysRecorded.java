package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.audit.AuditableEvent;

/**
 * The notice of a year was recorded.
 *
 * @param toWorking days that are working days from now on
 * @param toFree days that are off from now on
 */
public record HolidaysRecorded(HolidayNotice notice, List<LocalDate> toWorking, List<LocalDate> toFree)
        implements AuditableEvent {

    /** The subject of all calendar entries of the record. */
    public static final String SUBJECT = "calendar";

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public String act() {
        return "calendar.holidays";
    }

    @Override
    public Map<String, ?> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("year", notice.year().getValue());
        details.put("source", notice.source());
        details.put("holidays", list(notice.holidays()));
        details.put("makeupDays", list(notice.makeupDays()));
        details.put("toWorking", list(toWorking));
        details.put("toFree", list(toFree));
        return details;
    }

    private static String list(Collection<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining("、"));
    }
}
