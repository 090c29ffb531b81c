package org.fairreview.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fairreview.calendar.TimeLimit.Counting;
import org.fairreview.calendar.TimeLimit.StartRule;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the days of a limit are counted, and which row counts. */
class TimeLimitTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private final WorkingDays days = new WorkingDays();

    @Test
    void one_working_day_from_a_friday_ends_on_monday() {
        assertThat(limit(1, Counting.WORKING_DAYS, StartRule.DAY_AFTER).lastDay(day("2026-11-27"), days))
                .isEqualTo("2026-11-30");
    }

    @Test
    void a_limit_that_counts_the_very_day_ends_a_working_day_earlier() {
        TimeLimit sameDay = limit(1, Counting.WORKING_DAYS, StartRule.SAME_DAY);
        assertThat(sameDay.lastDay(day("2026-11-27"), days)).isEqualTo("2026-11-27");
        assertThat(sameDay.lastDay(day("2026-11-28"), days))
                .as("a Saturday does not count")
                .isEqualTo("2026-11-30");
        assertThat(limit(60, Counting.CALENDAR_DAYS, StartRule.SAME_DAY).lastDay(day("2026-11-27"), days))
                .isEqualTo("2027-01-25");
    }

    @Test
    void spring_festival_2025_and_its_make_up_days_are_counted() {
        assertThat(limit(3, Counting.WORKING_DAYS, StartRule.DAY_AFTER).lastDay(day("2025-01-24"), days))
                .as("a make-up Sunday before, eight days off")
                .isEqualTo("2025-02-05");
        assertThat(limit(5, Counting.WORKING_DAYS, StartRule.DAY_AFTER).lastDay(day("2025-02-05"), days))
                .as("a make-up Saturday after")
                .isEqualTo("2025-02-11");
    }

    @Test
    void the_year_may_end_in_between() {
        assertThat(limit(2, Counting.WORKING_DAYS, StartRule.DAY_AFTER).lastDay(day("2025-12-31"), days))
                .as("three days off and a make-up Sunday")
                .isEqualTo("2026-01-05");
    }

    @Test
    void a_limit_in_calendar_days_runs_through_a_holiday() {
        assertThat(limit(10, Counting.CALENDAR_DAYS, StartRule.DAY_AFTER).lastDay(day("2026-09-28"), days))
                .isEqualTo("2026-10-08");
        assertThat(limit(3, Counting.CALENDAR_DAYS, StartRule.DAY_AFTER).lastDay(day("2026-09-30"), days))
                .isEqualTo("2026-10-03");
    }

    @Test
    void the_region_s_own_row_counts_before_the_route_s_and_that_before_the_general() {
        TimeLimit general = limit(null, null, 10);
        TimeLimit ofRoute = limit(null, "OWN", 7);
        TimeLimit ofRegion = limit("r420606", null, 5);
        TimeLimit later = limit(null, null, 12);
        List<TimeLimit> newestFirst = List.of(later, ofRegion, ofRoute, general);

        assertThat(TimeLimit.counting(newestFirst, "r420606", "OWN")).contains(ofRegion);
        assertThat(TimeLimit.counting(newestFirst, "r420600", "OWN")).contains(ofRoute);
        assertThat(TimeLimit.counting(newestFirst, "r420600", "JOINT")).contains(later);
        assertThat(TimeLimit.counting(newestFirst, "r420600", null)).contains(later);
        assertThat(TimeLimit.counting(List.of(ofRoute), "r420600", null)).isEmpty();
    }

    @Test
    void a_change_needs_a_number_a_day_to_come_a_source_and_a_reason() {
        assertThat(change(0, TODAY, "", " ").objections(TODAY))
                .extracting(Objection::key)
                .containsExactly(
                        "limits.days.range", "limits.validFrom.past", "limits.source.missing", "limits.reason.missing");
        assertThat(change(LimitChange.MOST_DAYS + 1, TODAY.plusDays(1), "长".repeat(201), "理由")
                        .objections(TODAY))
                .extracting(Objection::key)
                .containsExactly("limits.days.range", "limits.long");
        assertThat(change(LimitChange.MOST_DAYS, TODAY.plusDays(1), "本单位规定", "理由")
                        .objections(TODAY))
                .isEmpty();
    }

    private static LimitChange change(int days, LocalDate from, String source, String reason) {
        return new LimitChange(
                "review", null, null, from, days, Counting.WORKING_DAYS, StartRule.DAY_AFTER, source, reason);
    }

    private static TimeLimit limit(int days, Counting counting, StartRule rule) {
        return new TimeLimit(new LimitChange("review", null, null, TODAY, days, counting, rule, "法", "理由"));
    }

    private static TimeLimit limit(@Nullable String region, @Nullable String route, int days) {
        return new TimeLimit(new LimitChange(
                "review", region, route, TODAY, days, Counting.WORKING_DAYS, StartRule.DAY_AFTER, "法", "理由"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
