package org.fairreview.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Due dates (办理期限): the office's limit for a step, counted from today, until the office closes on the last day. */
@Service
@Transactional(readOnly = true)
public class DueDates {

    private final TimeLimitRows limits;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final LocalTime officeCloses;

    DueDates(
            TimeLimitRows limits,
            WorkingDays workingDays,
            Clock clock,
            @Value("${fairreview.office-closes}") LocalTime officeCloses) {
        this.limits = limits;
        this.workingDays = workingDays;
        this.clock = clock;
        this.officeCloses = officeCloses;
    }

    /** When a step that begins now is due in the region. */
    public Instant dueFromNow(String step, String regionId) {
        return closing(lastDay(limit(step, regionId), LocalDate.now(clock)));
    }

    /**
     * The limit in force today: the region's own row, or the one for all regions.
     *
     * @throws IllegalStateException where the table has no row for the step
     */
    public TimeLimit limit(String step, String regionId) {
        var rows = limits.findByStepAndValidFromLessThanEqualOrderByValidFromDesc(step, LocalDate.now(clock));
        return rows.stream()
                .filter(row -> regionId.equals(row.regionId()))
                .findFirst()
                .or(() -> rows.stream().filter(row -> row.regionId() == null).findFirst())
                .orElseThrow(() -> new IllegalStateException("No time limit for step '%s'".formatted(step)));
    }

    LocalDate lastDay(TimeLimit limit, LocalDate start) {
        return switch (limit.counting()) {
            case WORKING_DAYS -> workingDays.after(start, limit.days());
            case CALENDAR_DAYS -> start.plusDays(limit.days());
        };
    }

    Instant closing(LocalDate day) {
        return day.atTime(officeCloses).atZone(clock.getZone()).toInstant();
    }
}
