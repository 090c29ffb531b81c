package org.fairreview.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {

    private final WorkingDays days = new WorkingDays();

    @Test
    void one_working_day_after_a_friday_is_monday() {
        assertThat(days.after(LocalDate.of(2026, 11, 20), 1)).isEqualTo("2026-11-23");
    }

    @Test
    void spring_festival_2026_does_not_count() {
        assertThat(days.after(LocalDate.of(2026, 2, 13), 1)).isEqualTo("2026-02-14");
        assertThat(days.after(LocalDate.of(2026, 2, 14), 1)).isEqualTo("2026-02-24");
    }

    @Test
    void a_make_up_saturday_counts() {
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(days.after(LocalDate.of(2026, 9, 30), 2)).isEqualTo("2026-10-09");
    }

    @Test
    void days_between_are_those_after_the_first_with_the_last() {
        assertThat(days.between(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 24)))
                .isEqualTo(2);
        assertThat(days.between(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24)))
                .isZero();
        assertThat(days.between(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 20)))
                .isZero();
    }

    @Test
    void a_year_without_a_notice_is_counted_with_weekends_and_says_so() {
        assertThat(days.isPublished(Year.of(2026))).isTrue();
        assertThat(days.isPublished(Year.of(2031))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2031, 10, 1))).isTrue();
    }
}
