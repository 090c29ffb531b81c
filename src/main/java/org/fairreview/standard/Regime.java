package org.fairreview.standard;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A regime: the review standards that the law lays down for one period of force.
 *
 * @param inForceUntil the last day of force, null while the regime has no end
 * @param template the name of the template of its conclusion document
 * @param exceptions the cases in which a measure that restricts competition may be issued all the same
 * @param outcomes what its conclusions are called, by the names of the product's own kinds
 */
public record Regime(
        String id,
        String name,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceUntil,
        String template,
        List<ExceptionCase> exceptions,
        Map<String, String> outcomes,
        List<StandardGroup> groups) {

    /** A case in which a measure that restricts competition may be issued all the same. */
    public record ExceptionCase(String article, String label) {}

    public Regime {
        exceptions = List.copyOf(exceptions);
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        groups = List.copyOf(groups);
    }

    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(inForceFrom) && (inForceUntil == null || !date.isAfter(inForceUntil));
    }

    public List<StandardItem> items() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    public Optional<StandardItem> item(String code) {
        return items().stream().filter(item -> item.code().equals(code)).findFirst();
    }

    public Optional<SubItem> subItem(String code) {
        return itemOf(code).flatMap(item -> item.subItem(code));
    }

    /** The item that a code stands for or, given the code of a sub-item, belongs to. */
    public Optional<StandardItem> itemOf(String code) {
        return items().stream()
                .filter(item -> item.code().equals(code) || item.subItem(code).isPresent())
                .findFirst();
    }
}
