package org.fairreview.cleanup.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a form. */
final class Typed {

    private Typed() {}

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }

    /** The day; none where nothing was typed, or with an objection where it is no day. */
    static Optional<LocalDate> day(String field, @Nullable String typed, List<Objection> objections) {
        if (text(typed).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text(typed)));
        } catch (DateTimeException noDay) {
            objections.add(Objection.at(field, "cleanup.noDay"));
            return Optional.empty();
        }
    }

    static <E extends Enum<E>> Optional<E> oneOf(E[] values, @Nullable String typed) {
        return Stream.of(values).filter(each -> each.name().equals(typed)).findFirst();
    }
}
