package org.fairreview.supervision.monitoring.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a form. */
final class Typed {

    private Typed() {}

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }

    /** The day; null where nothing was typed, or with an objection where it is no day. */
    static @Nullable LocalDate day(String field, @Nullable String typed, List<Objection> objections) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text(typed));
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // told below, as a day out of range is
        }
        objections.add(Objection.at(field, "monitoring.noDay"));
        return null;
    }

    static long id(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }
}
