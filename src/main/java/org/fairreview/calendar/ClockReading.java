package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the clock of a case shows, in working days.
 *
 * @param lastDay the day on which the limit ends; absent while the clock stands still
 */
public record ClockReading(
        LocalDate startedOn,
        int limitDays,
        int countedDays,
        int stoppedDays,
        Optional<LocalDate> lastDay,
        Optional<LocalDate> endedOn,
        List<Stop> stops) {

    /** A period in which the clock stood still. */
    public record Stop(LocalDate from, Optional<LocalDate> until, String reason) {}

    public boolean isStanding() {
        return lastDay.isEmpty();
    }

    public boolean isOver() {
        return countedDays > limitDays;
    }
}
