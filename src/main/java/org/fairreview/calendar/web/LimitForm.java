package org.fairreview.calendar.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.calendar.LimitChange;
import org.fairreview.calendar.TimeLimit;
import org.fairreview.calendar.TimeLimit.Counting;
import org.fairreview.calendar.TimeLimit.StartRule;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/** What a section head types to change a limit; region and route are empty where it is for all. */
record LimitForm(
        @Nullable String step,
        @Nullable String region,
        @Nullable String route,
        @Nullable String days,
        @Nullable String counting,
        @Nullable String startRule,
        @Nullable String validFrom,
        @Nullable String source,
        @Nullable String reason) {

    static LimitForm of(TimeLimit limit, String region, LocalDate today) {
        return new LimitForm(
                limit.step(),
                region,
                Objects.requireNonNullElse(limit.route(), ""),
                String.valueOf(limit.days()),
                limit.counting().name(),
                limit.startRule().name(),
                today.toString(),
                limit.source(),
                "");
    }

    /** The change that was typed; empty where a number, a day or a choice is none. */
    Optional<LimitChange> change(List<Objection> objections) {
        int number = number(objections);
        LocalDate from = day(objections);
        Counting unit = one("counting", Counting.values(), counting, objections);
        StartRule rule = one("startRule", StartRule.values(), startRule, objections);
        if (from == null || unit == null || rule == null || !objections.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LimitChange(
                typed(step), orAll(region), orAll(route), from, number, unit, rule, typed(source), typed(reason)));
    }

    private int number(List<Objection> objections) {
        try {
            return Integer.parseInt(typed(days));
        } catch (NumberFormatException noNumber) {
            objections.add(Objection.at("days", "limits.days.range", LimitChange.MOST_DAYS));
            return 0;
        }
    }

    private @Nullable LocalDate day(List<Objection> objections) {
        try {
            return LocalDate.parse(typed(validFrom));
        } catch (DateTimeException noDay) {
            objections.add(Objection.at("validFrom", "limits.validFrom.noDay"));
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E one(
            String field, E[] values, @Nullable String typed, List<Objection> objections) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    objections.add(Objection.at(field, "limits.choose"));
                    return null;
                });
    }

    private static @Nullable String orAll(@Nullable String typed) {
        return typed(typed).isEmpty() ? null : typed(typed);
    }

    private static String typed(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
