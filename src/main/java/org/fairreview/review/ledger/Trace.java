package org.fairreview.review.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor narrows the ledger by beside {@link LedgerQuery}: what happened in a case. Each part may be absent.
 *
 * @param person an account that did something in the case
 * @param from the first day on which the case may have been received, as ISO date
 * @param until the last one
 * @param step an element of a model, by its id
 * @param at whether the case stands at the step or passed it; without a step it says nothing
 * @param late whether a task was done after its due date or is overdue
 * @param item a standard item under which something was found
 */
public record Trace(
        @Nullable String person,
        @Nullable String from,
        @Nullable String until,
        @Nullable String step,
        @Nullable At at,
        @Nullable Boolean late,
        @Nullable String item) {

    /** How a case stands to a step. */
    public enum At {
        NOW,
        PASSED
    }

    public Trace {
        person = orNull(person);
        from = day(orNull(from)).map(LocalDate::toString).orElse(null);
        until = day(orNull(until)).map(LocalDate::toString).orElse(null);
        step = orNull(step);
        at = step == null ? null : at == null ? At.PASSED : at;
        late = Boolean.TRUE.equals(late) ? true : null;
        item = orNull(item);
    }

    public static Trace none() {
        return new Trace(null, null, null, null, null, null, null);
    }

    public Optional<LocalDate> first() {
        return day(from);
    }

    public Optional<LocalDate> last() {
        return day(until);
    }

    public boolean isNone() {
        return parameters().isEmpty();
    }

    /** The parts that are present, by the names of the record. */
    public Map<String, String> parameters() {
        Map<String, String> present = new LinkedHashMap<>();
        put(present, "person", person);
        put(present, "from", from);
        put(present, "until", until);
        put(present, "step", step);
        put(present, "at", at);
        put(present, "late", late);
        put(present, "item", item);
        return present;
    }

    private static void put(Map<String, String> present, String name, @Nullable Object value) {
        if (value != null) {
            present.put(name, value.toString());
        }
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
