package org.fairreview.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CaseClockTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    private final WorkingDays days = new WorkingDays();
    private final CaseClock clock = new CaseClock("420600-2026-0001", MONDAY, 10);

    @Test
    void it_counts_working_days_from_the_day_after_its_start() {
        ClockReading reading = clock.read(MONDAY.plusDays(7), days);
        assertThat(reading.countedDays()).isEqualTo(5);
        assertThat(reading.lastDay()).contains(LocalDate.of(2026, 11, 16));
    }

    @Test
    void a_stop_over_a_weekend_moves_the_last_day_by_its_working_days_only() {
        clock.stop(LocalDate.of(2026, 11, 6), "supplement");
        clock.resume(LocalDate.of(2026, 11, 10));

        ClockReading reading = clock.read(LocalDate.of(2026, 11, 10), days);
        assertThat(reading.stoppedDays()).isEqualTo(2);
        assertThat(reading.countedDays()).isEqualTo(4);
        assertThat(reading.lastDay()).contains(LocalDate.of(2026, 11, 18));
    }

    @Test
    void it_has_no_last_day_while_it_stands() {
        clock.stop(LocalDate.of(2026, 11, 6), "supplement");
        assertThat(clock.read(LocalDate.of(2026, 11, 9), days).isStanding()).isTrue();
    }

    @Test
    void it_ends_once() {
        clock.end(LocalDate.of(2026, 11, 6));
        clock.end(LocalDate.of(2026, 11, 20));
        assertThat(clock.read(LocalDate.of(2026, 12, 1), days).countedDays()).isEqualTo(4);
    }
}
