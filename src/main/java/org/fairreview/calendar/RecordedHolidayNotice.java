package org.fairreview.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A notice that an administrator has recorded; a later one for the same year takes its place. */
@Entity
@Table(name = "holiday_notice")
class RecordedHolidayNotice {

    @Id
    @Column(name = "notice_year")
    private int year;

    private String source;

    private Instant recordedAt;

    @Version
    private int version;

    /** Whether the day is worked, by the day. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "holiday_day", joinColumns = @JoinColumn(name = "notice_year"))
    @MapKeyColumn(name = "on_day")
    @Column(name = "works")
    private Map<LocalDate, Boolean> days = new HashMap<>();

    @SuppressWarnings("NullAway")
    protected RecordedHolidayNotice() {}

    RecordedHolidayNotice(HolidayNotice notice, Instant at) {
        this.year = notice.year().getValue();
        take(notice, at);
    }

    void take(HolidayNotice notice, Instant at) {
        source = notice.source();
        recordedAt = at;
        days.clear();
        notice.holidays().forEach(day -> days.put(day, false));
        notice.makeupDays().forEach(day -> days.put(day, true));
    }

    HolidayNotice notice() {
        return HolidayNotice.of(Year.of(year), source, days(false), days(true));
    }

    Instant recordedAt() {
        return recordedAt;
    }

    private List<LocalDate> days(boolean worked) {
        return days.entrySet().stream()
                .filter(day -> day.getValue() == worked)
                .map(Map.Entry::getKey)
                .toList();
    }
}
