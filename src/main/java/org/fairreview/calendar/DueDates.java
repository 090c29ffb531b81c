package org.fairreview.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Due dates (办理期限): the office's limit for a step, counted from its first day, until the office closes on the last. */
@Service
@Transactional(readOnly = true)
public class DueDates {

    private static final String ROW = "#";

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

    /** When a step that begins now is due in the region, whatever the route. */
    public Instant dueFromNow(String step, String regionId) {
        return dueFromNow(step, regionId, null);
    }

    /** When a step that begins now is due in the region on the route. */
    public Instant dueFromNow(String step, String regionId, @Nullable String route) {
        return due(step, regionId, route, LocalDate.now(clock));
    }

    /** When a step that begins, or has begun, on the day is due, by the limit in force on that day. */
    public Instant due(String step, String regionId, @Nullable String route, LocalDate begins) {
        LocalDate last = limit(step, regionId, route, begins).lastDay(begins, workingDays);
        return last.atTime(officeCloses).atZone(clock.getZone()).toInstant();
    }

    /** Names a row of the table in place of a step: what was promised to somebody holds, whatever the office sets later. */
    public static String row(long limitId) {
        return ROW + limitId;
    }

    /** The limit in force today for all routes. */
    public TimeLimit limit(String step, String regionId) {
        return limit(step, regionId, null, LocalDate.now(clock));
    }

    /**
     * The limit in force on the day: the region's own row before one for all regions, the route's before one for all
     * routes. A step that names a row is that row, on whatever day.
     *
     * @throws IllegalStateException where the table has no row for the step
     */
    public TimeLimit limit(String step, String regionId, @Nullable String route, LocalDate day) {
        if (step.startsWith(ROW)) {
            return limits.findById(Long.parseLong(step.substring(ROW.length()))).orElseThrow();
        }
        return TimeLimit.counting(
                        limits.findByStepAndValidFromLessThanEqualOrderByValidFromDescIdDesc(step, day),
                        regionId,
                        route)
                .orElseThrow(() -> new IllegalStateException("No time limit for step '%s'".formatted(step)));
    }
}
